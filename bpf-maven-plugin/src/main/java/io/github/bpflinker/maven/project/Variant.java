package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.version.KernelVersion;
import java.util.Optional;

/**
 * A way to link every object.
 *
 * @param classifier the folder that its objects go to; empty for the plain ones
 * @param endianness the byte order
 * @param cpu the BPF CPU; absent for the object's own
 * @param kernel the oldest kernel that is to load it; absent for the project's setting
 */
public record Variant(String classifier, Endianness endianness, Optional<String> cpu, Optional<KernelVersion> kernel) {

    /** One without a kernel of its own. */
    public Variant(String classifier, Endianness endianness, Optional<String> cpu) {
        this(classifier, endianness, cpu, Optional.empty());
    }

    /** The one that every project has. */
    public static Variant plain(Endianness endianness) {
        return new Variant("", endianness, Optional.empty());
    }

    public boolean isPlain() {
        return classifier.isEmpty();
    }
}
