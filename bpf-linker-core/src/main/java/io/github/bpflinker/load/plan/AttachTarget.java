package io.github.bpflinker.load.plan;

/** What the kernel must know about a program's target when it loads the program. */
public sealed interface AttachTarget {

    /** Nothing; where the program goes is said when it is attached. */
    record None() implements AttachTarget {}

    /**
     * A function, tracepoint, hook or iterator that the kernel's BTF or a module's describes.
     *
     * @param name as the section says it, perhaps {@code module:name}; empty if the caller has to say it
     */
    record KernelType(String name) implements AttachTarget {}

    /**
     * A function of a program that is loaded already, which the caller names.
     *
     * @param function its name; empty if the caller has to say it
     */
    record ProgramFunction(String function) implements AttachTarget {}

    /**
     * Any functions of the kernel, or of one module: {@code fentry.multi} and its like.
     *
     * @param pattern as the section says it, perhaps {@code module:pattern}; may be empty
     */
    record Functions(String pattern) implements AttachTarget {}

    /** A member of a struct of operations; which one, {@link StructOps} says. */
    record Operation() implements AttachTarget {}
}
