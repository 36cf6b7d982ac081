package io.github.bpflinker.option;

/**
 * The option and command names of a front end, such as {@code --cpu v4} or {@code <cpu>v4</cpu>}, for use in messages.
 */
public interface OptionNames {

    /** The names of the command line. */
    OptionNames COMMAND_LINE = new CommandLineNames();

    /** The option without a value, such as {@code --cpu}. */
    String name(LinkOption<?> option);

    /** The option with a value, such as {@code --cpu v4}. */
    String with(LinkOption<?> option, String value);

    /** A flag that is turned on, such as {@code --btf}. */
    String on(LinkOption<Boolean> option);

    /** The phrase after "link" for an option that is turned off, such as {@code without --btf}. */
    String without(LinkOption<Boolean> option);

    /** The command or setting for a task that is not an option of a link. */
    String task(Task task);

    /** The tasks in messages other than options of a link. */
    enum Task {
        /** List the LLVMs of the machine. */
        LIST_LLVMS,
        /** List the types of BTF. */
        LIST_TYPES,
        /** Compile C with the embedded clang. */
        COMPILE_C,
        /** Show the time of each phase of a link. */
        TIME_PHASES,
        /** Compile all parts of an object for one byte order. */
        CHOOSE_BYTE_ORDER
    }
}
