package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import java.util.Optional;

/**
 * A way to link every object.
 *
 * @param classifier the folder that its objects go to; empty for the plain ones
 * @param endianness the byte order
 * @param cpu the BPF CPU; absent for the object's own
 */
public record Variant(String classifier, Endianness endianness, Optional<String> cpu) {

    /** The one that every project has. */
    public static Variant plain(Endianness endianness) {
        return new Variant("", endianness, Optional.empty());
    }

    public boolean isPlain() {
        return classifier.isEmpty();
    }
}
