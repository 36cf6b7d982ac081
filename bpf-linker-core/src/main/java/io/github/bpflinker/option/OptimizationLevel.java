package io.github.bpflinker.option;

import java.util.Optional;

/** How hard LLVM optimizes. */
public enum OptimizationLevel {
    /** As {@link #O1}: BPF code that was not optimized at all seldom passes code generation or the verifier. */
    O0("0", "default<O1>"),
    O1("1", "default<O1>"),
    O2("2", "default<O2>"),
    O3("3", "default<O3>"),
    /** For size. */
    OS("s", "default<Os>"),
    /** For the least size. */
    OZ("z", "default<Oz>");

    private final String optionName;
    private final String pipeline;

    OptimizationLevel(String optionName, String pipeline) {
        this.optionName = optionName;
        this.pipeline = pipeline;
    }

    /** What follows {@code -O} on the command line. */
    public String optionName() {
        return optionName;
    }

    /** LLVM's name of its pass pipeline, as {@code opt -passes} takes it. */
    public String pipeline() {
        return pipeline;
    }

    public static Optional<OptimizationLevel> ofOptionName(String name) {
        for (OptimizationLevel level : values()) {
            if (level.optionName.equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
