package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.version.KernelVersion;
import java.util.Optional;

/**
 * A variant in which all objects are linked, with its own target settings.
 *
 * @param classifier the classifier, which is also the output subdirectory; empty for the default variant
 * @param endianness the byte order
 * @param cpu the BPF CPU; absent for the object's own
 * @param kernel the oldest supported kernel; absent for the project's setting
 */
public record Variant(String classifier, Endianness endianness, Optional<Cpu> cpu, Optional<KernelVersion> kernel) {

    /** Creates a variant without its own kernel. */
    public Variant(String classifier, Endianness endianness, Optional<Cpu> cpu) {
        this(classifier, endianness, cpu, Optional.empty());
    }

    /** The default variant. */
    public static Variant plain(Endianness endianness) {
        return new Variant("", endianness, Optional.empty());
    }

    public boolean isPlain() {
        return classifier.isEmpty();
    }
}
