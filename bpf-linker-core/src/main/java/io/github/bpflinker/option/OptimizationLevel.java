package io.github.bpflinker.option;

import java.util.Optional;

/** The optimization levels of LLVM. */
public enum OptimizationLevel implements NamedValue {
    /** The same as {@link #O1}: unoptimized BPF code rarely passes code generation or the verifier. */
    O0("0", "default<O1>"),
    O1("1", "default<O1>"),
    O2("2", "default<O2>"),
    O3("3", "default<O3>"),
    /** Optimizes for size. */
    OS("s", "default<Os>"),
    /** Optimizes for minimum size. */
    OZ("z", "default<Oz>");

    private final String optionName;
    private final String pipeline;

    OptimizationLevel(String optionName, String pipeline) {
        this.optionName = optionName;
        this.pipeline = pipeline;
    }

    /** The value of {@code -O} on the command line. */
    @Override
    public String optionName() {
        return optionName;
    }

    /** The pass pipeline, in the syntax of {@code opt -passes}. */
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
