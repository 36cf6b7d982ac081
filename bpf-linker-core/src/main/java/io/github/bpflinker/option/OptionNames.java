package io.github.bpflinker.option;

/**
 * How the users of a front end write options and commands. Sentences about findings name both; each front end gives its own
 * spelling, such as {@code --cpu v4} or {@code <cpu>v4</cpu>}.
 */
public interface OptionNames {

    /** The spelling of the command line. */
    OptionNames COMMAND_LINE = new CommandLineNames();

    /** The option without a value, as in {@code --cpu}. */
    String name(LinkOption<?> option);

    /** The option with a value, as in {@code --cpu v4}. */
    String with(LinkOption<?> option, String value);

    /** An option that is on or off, turned on, as in {@code --btf}. */
    String on(LinkOption<Boolean> option);

    /** What follows "link" to turn an option off, as in {@code without --btf}. */
    String without(LinkOption<Boolean> option);

    /** What users run or write for a task that is no option of a link. */
    String task(Task task);

    /** What sentences send users to, beside the options of a link. */
    enum Task {
        /** A command that lists the LLVMs of the machine. */
        LIST_LLVMS,
        /** A command that lists the types of BTF. */
        LIST_TYPES,
        /** What compiles C with the clang that comes along. */
        COMPILE_C,
        /** What shows how long each phase of a link takes. */
        TIME_PHASES,
        /** What compiles all of an object for one byte order. */
        CHOOSE_BYTE_ORDER
    }
}
