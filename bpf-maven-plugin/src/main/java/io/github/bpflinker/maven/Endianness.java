package io.github.bpflinker.maven;

import java.util.Optional;

/** The byte order of a BPF object: that of the machine whose kernel loads it. */
public enum Endianness {
    LITTLE("bpfel"),
    BIG("bpfeb");

    private final String target;

    Endianness(String target) {
        this.target = target;
    }

    /** LLVM's name of the target, which is also the classifier of artifacts. */
    public String target() {
        return target;
    }

    /** Rust's name of the target. */
    public String rustTarget() {
        return target + "-unknown-none";
    }

    /** By the name of the target ({@code bpfel}) or in a word ({@code little}). */
    public static Optional<Endianness> parse(String text) {
        for (Endianness each : values()) {
            if (each.target.equals(text) || each.name().equalsIgnoreCase(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
