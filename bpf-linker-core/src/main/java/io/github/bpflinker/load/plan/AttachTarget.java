package io.github.bpflinker.load.plan;

/** The attach target of a program, as far as the kernel needs it at load time. */
public sealed interface AttachTarget {

    /** None; the target is specified when the program is attached. */
    record None() implements AttachTarget {}

    /**
     * A function, tracepoint, hook or iterator in the BTF of the kernel or a module.
     *
     * @param name the name in the section, optionally {@code module:name}; empty if the caller must specify it
     */
    record KernelType(String name) implements AttachTarget {}

    /**
     * A function of a loaded program that the caller specifies.
     *
     * @param function its name; empty if the caller must specify it
     */
    record ProgramFunction(String function) implements AttachTarget {}

    /**
     * Any functions of the kernel, or of one module: {@code fentry.multi} and similar sections.
     *
     * @param pattern the pattern in the section, optionally {@code module:pattern}; can be empty
     */
    record Functions(String pattern) implements AttachTarget {}

    /** A member of a struct_ops type; see {@link StructOps}. */
    record Operation() implements AttachTarget {}
}
