package io.github.bpflinker.maven;

import java.util.Optional;

/** The byte order of a BPF object, which must be that of the machine that loads it. */
public enum Endianness {
    LITTLE("bpfel"),
    BIG("bpfeb");

    private final String target;

    Endianness(String target) {
        this.target = target;
    }

    /** The LLVM target, which is also the classifier of artifacts. */
    public String target() {
        return target;
    }

    /** Rust's name of the target. */
    public String rustTarget() {
        return target + "-unknown-none";
    }

    /** Parses the name of a target ({@code bpfel}) or of a byte order ({@code little}). */
    public static Optional<Endianness> parse(String text) {
        for (Endianness each : values()) {
            if (each.target.equals(text) || each.name().equalsIgnoreCase(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
