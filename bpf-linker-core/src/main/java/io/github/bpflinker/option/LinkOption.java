package io.github.bpflinker.option;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The options of the command {@code link}, in the order in which the help shows them. */
public enum LinkOption {
    OUTPUT(Shape.VALUE, "FILE", "Write the output to FILE.", "-o", "--output"),
    EMIT(
            Shape.LIST,
            "KIND",
            "What to write: obj (default), llvm-bc, llvm-ir, asm. Of several kinds the first goes to the output, each"
                    + " other one beside it with its own suffix.",
            "--emit"),
    TARGET(Shape.VALUE, "TRIPLE", "The target, bpfel or bpfeb; by default that of the inputs.", "--target"),
    CPU(
            Shape.VALUE,
            "CPU",
            "v1, v2, v3, v4, probe, or generic (default): the newest that a function of the inputs was compiled for.",
            "--cpu"),
    CPU_FEATURES(Shape.VALUE, "FEATURES", "Features to turn on or off, such as +alu32,-dwarfris.", "--cpu-features"),
    OPTIMIZE(Shape.VALUE, "LEVEL", "How hard to optimize: 0, 1, 2 (default), 3, s or z.", "-O"),
    KEEP_OPTNONE(
            Shape.FLAG,
            null,
            "Leave functions alone that ask not to be optimized, as those of clang -O0 do; by default they are optimized"
                    + " all the same, with a warning.",
            "--keep-optnone"),
    BTF(Shape.FLAG, null, "Write BTF, which CO-RE and most loaders need.", "--btf"),
    KEEP_DWARF(Shape.FLAG, null, "Keep DWARF in the object, too, beside its BTF.", "--keep-dwarf"),
    EXPORT(Shape.LIST, "SYMBOL", "Symbols that stay visible in the object, separated by commas.", "--export"),
    EXPORT_SYMBOLS(
            Shape.VALUE,
            "FILE",
            "A file of symbols that stay visible, one a line. Without it and --export everything that a loader looks"
                    + " up stays visible.",
            "--export-symbols"),
    LLVM(
            Shape.VALUE,
            "WHICH",
            "The libLLVM to use: auto (default), embedded, rustc, system, or the path of one.",
            "--llvm"),
    LLVM_ARGS(Shape.LIST, "OPTION", "Options for LLVM itself, separated by commas.", "--llvm-args"),
    KERNEL(
            Shape.VALUE,
            "VERSION",
            "The oldest kernel that is to load the object, such as 4.15. Stands for the CPU and, as far as that kernel"
                    + " needs them, for --inline-all, --unroll-all and --panic-exit; what it would refuse is an error.",
            "--kernel"),
    UNROLL_LOOPS(Shape.FLAG, null, "Unroll loops, for kernels that have none.", "--unroll-loops"),
    IGNORE_INLINE_NEVER(
            Shape.FLAG,
            null,
            "Inline even what is marked noinline, for kernels without function calls.",
            "--ignore-inline-never"),
    ALLOW_BPF_TRAP(
            Shape.FLAG, null, "Allow calls of __bpf_trap, which kernels before 6.16 refuse.", "--allow-bpf-trap"),
    DISABLE_EXPAND_MEMCPY_IN_ORDER(
            Shape.FLAG,
            null,
            "Do not expand memory operations of a constant size in order.",
            "--disable-expand-memcpy-in-order"),
    DISABLE_MEMORY_BUILTINS(
            Shape.FLAG, null, "Treat memcpy and its like as any other function.", "--disable-memory-builtins"),
    INLINE_ALL(
            Shape.FLAG,
            null,
            "Inline every function into the programs that call it, for kernels before 4.16.",
            "--inline-all"),
    UNROLL_ALL(
            Shape.FLAG,
            null,
            "Unroll every loop, for kernels before 5.3; one that can't be is an error.",
            "--unroll-all"),
    PANIC_EXIT(
            Shape.NUMBER,
            "VALUE",
            "End the program when it panics, with VALUE as its result (default: 0), instead of an endless loop that"
                    + " no kernel accepts.",
            "--panic-exit"),
    RELOCATABLE(
            Shape.FLAG,
            null,
            "Merge only: write bitcode for a later link, not optimized, undefined symbols allowed.",
            "-r",
            "--relocatable"),
    WHOLE_ARCHIVE(Shape.FLAG, null, "Link every member of every archive, needed or not.", "--whole-archive"),
    UNLOADABLE(
            Shape.VALUE,
            "warn|error|allow",
            "What to do about an object without a program, or with one that loaders refuse: a warning (default), an error,"
                    + " or nothing, as for a library.",
            "--unloadable"),
    FATAL_UNDEFINED(Shape.FLAG, null, "Fail on an undefined symbol instead of warning.", "--fatal-undefined"),
    FATAL_EXPORTS(
            Shape.FLAG, null, "Fail if no input defines a symbol of --export instead of warning.", "--fatal-exports"),
    FATAL_ERRORS(
            Shape.BOOLEAN, "true|false", "Whether errors that LLVM reports fail the link (default).", "--fatal-errors"),
    DUMP_MODULE(Shape.VALUE, "DIR", "Write the module before and after optimization to DIR, as IR.", "--dump-module"),
    LINK_MAP(
            Shape.VALUE,
            "FILE",
            "Write to FILE what was linked, from which input, and which symbol asked for it.",
            "--link-map"),
    TIME(Shape.FLAG, null, "Print how long each phase took.", "--time"),
    LOG_LEVEL(
            Shape.VALUE,
            "LEVEL",
            "off, error, warn (default), info, debug or trace. Without it RUST_LOG counts.",
            "--log-level"),
    LOG_FILE(Shape.VALUE, "FILE", "Append log lines to FILE, too.", "--log-file"),
    HELP(Shape.FLAG, null, "Show this help.", "-h", "--help"),
    VERSION(Shape.FLAG, null, "Show the version and the LLVM that would be used.", "-V", "--version"),

    /** Search folders, which rustc passes and nothing here needs. */
    LIBRARY_PATH(Shape.VALUE, "DIR", null, "-L"),
    /** What rustc tells linkers that can be several. */
    FLAVOR(Shape.VALUE, "NAME", null, "-flavor", "--flavor"),
    /** What rustc passes unless asked to strip; debug information is kept or dropped by {@link #BTF}. */
    DEBUG(Shape.FLAG, null, null, "--debug");

    /** What follows an option. */
    public enum Shape {
        /** Nothing: it is on or off. */
        FLAG,
        /** A value. */
        VALUE,
        /** Values separated by commas; repeated ones add up. */
        LIST,
        /** {@code true} or {@code false}, or nothing, which is true. */
        BOOLEAN,
        /** A value after an equals sign, or nothing, which is 0. */
        NUMBER
    }

    private final Shape shape;
    private final @Nullable String label;
    private final @Nullable String help;
    private final String spelling;
    private final @Nullable String otherSpelling;

    LinkOption(Shape shape, @Nullable String label, @Nullable String help, String spelling) {
        this(shape, label, help, spelling, null);
    }

    LinkOption(
            Shape shape,
            @Nullable String label,
            @Nullable String help,
            String spelling,
            @Nullable String otherSpelling) {
        this.shape = shape;
        this.label = label;
        this.help = help;
        this.spelling = spelling;
        this.otherSpelling = otherSpelling;
    }

    /** What follows it. */
    public Shape shape() {
        return shape;
    }

    /** What the help calls its value. */
    public String label() {
        return label == null ? "" : label;
    }

    /** What the help says; null for an option that is accepted and has no effect. */
    public @Nullable String help() {
        return help;
    }

    /** All ways to write it, a short one first. */
    public List<String> spellings() {
        return otherSpelling == null ? List.of(spelling) : List.of(spelling, otherSpelling);
    }

    /** The option that is spelled so, exactly. */
    public static @Nullable LinkOption ofSpelling(String text) {
        for (LinkOption option : values()) {
            if (text.equals(option.spelling) || text.equals(option.otherSpelling)) {
                return option;
            }
        }
        return null;
    }
}
