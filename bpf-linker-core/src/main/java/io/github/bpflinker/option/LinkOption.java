package io.github.bpflinker.option;

import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table of the options of a link, in the order of the help: names, types of values, their syntax, and help texts.
 * {@link LinkOptions} holds the values. To add an option, add a constant here and use {@code request.get(…)} or {@code
 * request.has(…)} where it takes effect.
 *
 * @param <T> the type of its value; {@link Boolean} for one that is on or off
 */
public final class LinkOption<T> {

    private static final List<LinkOption<?>> ALL = new ArrayList<>();

    private static final Map<String, LinkOption<?>> BY_SPELLING = new HashMap<>();

    public static final LinkOption<Path> OUTPUT =
            new LinkOption<>(Shape.VALUE, ValueType.PATH, "FILE", "Write the output to FILE.", "-o", "--output");

    public static final LinkOption<List<OutputKind>> EMIT = new LinkOption<>(
            Shape.LIST,
            new ValueType.SomeOf<>(OutputKind.values()),
            "KIND",
            "The kinds of output: obj (default), llvm-bc, llvm-ir, asm. The first is written to the output, each"
                    + " further one next to it with its own suffix.",
            "--emit");

    public static final LinkOption<String> TARGET = new LinkOption<>(
            Shape.VALUE,
            ValueType.TEXT,
            "TRIPLE",
            "The target, bpfel or bpfeb; by default that of the inputs.",
            "--target");

    public static final LinkOption<Cpu> CPU = new LinkOption<>(
            Shape.VALUE,
            new ValueType.OneOf<>(Cpu.values()),
            "CPU",
            "v1, v2, v3, v4, probe, or generic (default): the newest that a function of the inputs was compiled for.",
            "--cpu");

    public static final LinkOption<String> CPU_FEATURES = new LinkOption<>(
            Shape.VALUE,
            ValueType.TEXT,
            "FEATURES",
            "Features to enable or disable, such as +alu32,-dwarfris.",
            "--cpu-features");

    public static final LinkOption<OptimizationLevel> OPTIMIZE = new LinkOption<>(
            Shape.VALUE,
            new ValueType.OneOf<>(OptimizationLevel.values()),
            "LEVEL",
            "The optimization level: 0, 1, 2 (default), 3, s or z.",
            "-O");

    public static final LinkOption<Boolean> KEEP_OPTNONE = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Do not optimize functions with the attribute optnone, as with clang -O0; by default they are optimized,"
                    + " with a warning.",
            "--keep-optnone");

    public static final LinkOption<Boolean> BTF = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Write BTF, which CO-RE and most loaders need.", "--btf");

    public static final LinkOption<Boolean> KEEP_DWARF = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Keep DWARF in the object in addition to BTF.", "--keep-dwarf");

    public static final LinkOption<List<String>> EXPORT = new LinkOption<>(
            Shape.LIST,
            ValueType.TEXTS,
            "SYMBOL",
            "The exported symbols of the object, separated by commas.",
            "--export");

    public static final LinkOption<Path> EXPORT_SYMBOLS = new LinkOption<>(
            Shape.VALUE,
            ValueType.PATH,
            "FILE",
            "A file of exported symbols, one per line. Without it and --export, the symbols that a loader looks up are"
                    + " exported.",
            "--export-symbols");

    public static final LinkOption<RequestedLlvm> LLVM = new LinkOption<>(
            Shape.VALUE,
            ValueType.LLVM,
            "WHICH",
            "The libLLVM to use: auto (default), embedded, rustc, system, or the path of one.",
            "--llvm");

    public static final LinkOption<List<String>> LLVM_ARGS = new LinkOption<>(
            Shape.LIST, ValueType.TEXTS, "OPTION", "Options for LLVM itself, separated by commas.", "--llvm-args");

    public static final LinkOption<KernelVersion> KERNEL = new LinkOption<>(
            Shape.VALUE,
            ValueType.KERNEL,
            "VERSION",
            "The oldest kernel that must load the object, such as 4.15. Implies the CPU and, if that kernel needs them,"
                    + " --inline-all, --unroll-all and --panic-exit; features that it lacks are errors.",
            "--kernel");

    public static final LinkOption<Path> KERNEL_TYPES = new LinkOption<>(
            Shape.VALUE,
            ValueType.PATH,
            "FILE",
            "The kernel types in which markers of Rust programs (__bpf_core, __bpf_ksym) are looked up: BTF, or an ELF"
                    + " file with BTF; by default those of the running kernel.",
            "--kernel-types");

    public static final LinkOption<Boolean> UNROLL_LOOPS = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Unroll loops, for kernels without loops.", "--unroll-loops");

    public static final LinkOption<Boolean> IGNORE_INLINE_NEVER = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Inline functions even if they are marked noinline, for kernels without function calls.",
            "--ignore-inline-never");

    public static final LinkOption<Boolean> ALLOW_BPF_TRAP = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Allow calls of __bpf_trap, which kernels before 6.16 reject.",
            "--allow-bpf-trap");

    public static final LinkOption<Boolean> DISABLE_EXPAND_MEMCPY_IN_ORDER = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Do not expand memory operations of a constant size in order.",
            "--disable-expand-memcpy-in-order");

    public static final LinkOption<Boolean> DISABLE_MEMORY_BUILTINS = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Treat memcpy and similar functions as ordinary functions.",
            "--disable-memory-builtins");

    public static final LinkOption<Boolean> INLINE_ALL = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Inline every function into the programs that call it, for kernels before 4.16.",
            "--inline-all");

    public static final LinkOption<Boolean> UNROLL_ALL = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Unroll every loop, for kernels before 5.3; one that can't be is an error.",
            "--unroll-all");

    public static final LinkOption<Integer> PANIC_EXIT = new LinkOption<>(
            Shape.NUMBER,
            ValueType.NUMBER,
            "VALUE",
            "End the program when it panics, with VALUE as its result (default: 0), instead of an endless loop that"
                    + " no kernel accepts.",
            "--panic-exit");

    public static final LinkOption<Boolean> RELOCATABLE = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Merge only: write bitcode for a later link, not optimized, undefined symbols allowed.",
            "-r",
            "--relocatable");

    public static final LinkOption<Boolean> WHOLE_ARCHIVE = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Link all members of archives, referenced or not.", "--whole-archive");

    public static final LinkOption<Unloadable> UNLOADABLE = new LinkOption<>(
            Shape.VALUE,
            new ValueType.OneOf<>(Unloadable.values()),
            "warn|error|allow",
            "The treatment of an object without a program, or with one that loaders reject: a warning (default), an"
                    + " error, or permitted, as for a library.",
            "--unloadable");

    public static final LinkOption<Boolean> FATAL_UNDEFINED = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Fail on an undefined symbol instead of warning.", "--fatal-undefined");

    public static final LinkOption<Boolean> FATAL_EXPORTS = new LinkOption<>(
            Shape.FLAG,
            ValueType.BOOL,
            null,
            "Fail if no input defines a symbol of --export instead of warning.",
            "--fatal-exports");

    public static final LinkOption<Boolean> FATAL_ERRORS = new LinkOption<>(
            Shape.BOOLEAN,
            ValueType.BOOL,
            "true|false",
            "Whether errors that LLVM reports fail the link (default).",
            "--fatal-errors");

    public static final LinkOption<Path> DUMP_MODULE = new LinkOption<>(
            Shape.VALUE,
            ValueType.PATH,
            "DIR",
            "Write the module before and after optimization to DIR, as IR.",
            "--dump-module");

    public static final LinkOption<Path> LINK_MAP = new LinkOption<>(
            Shape.VALUE,
            ValueType.PATH,
            "FILE",
            "Write a link map to FILE: the linked modules and symbols, and the reason for each.",
            "--link-map");

    public static final LinkOption<Boolean> TIME =
            new LinkOption<>(Shape.FLAG, ValueType.BOOL, null, "Print how long each phase took.", "--time");

    public static final LinkOption<LogLevel> LOG_LEVEL = new LinkOption<>(
            Shape.VALUE,
            ValueType.LOG_LEVEL,
            "LEVEL",
            "off, error, warn (default), info, debug or trace. By default the level in RUST_LOG.",
            "--log-level");

    public static final LinkOption<Path> LOG_FILE =
            new LinkOption<>(Shape.VALUE, ValueType.PATH, "FILE", "Also append log lines to FILE.", "--log-file");

    public static final LinkOption<Boolean> HELP =
            new LinkOption<>(Shape.FLAG, ValueType.BOOL, null, "Show this help.", "-h", "--help");

    public static final LinkOption<Boolean> VERSION = new LinkOption<>(
            Shape.FLAG, ValueType.BOOL, null, "Show the version and the LLVM that would be used.", "-V", "--version");

    /** Library search directories, which rustc passes; ignored. */
    public static final LinkOption<String> LIBRARY_PATH =
            new LinkOption<>(Shape.VALUE, ValueType.TEXT, "DIR", null, "-L");

    /** The flavour of a multi-flavour linker, which rustc passes; ignored. */
    public static final LinkOption<String> FLAVOR =
            new LinkOption<>(Shape.VALUE, ValueType.TEXT, "NAME", null, "-flavor", "--flavor");

    /**
     * Passed by rustc unless stripping; ignored, because {@link #BTF} determines the debug information of the output.
     */
    public static final LinkOption<Boolean> DEBUG = new LinkOption<>(Shape.FLAG, ValueType.BOOL, null, null, "--debug");

    /** The syntax of an option's value on the command line. */
    public enum Shape {
        /** No value: on or off. */
        FLAG,
        /** A value. */
        VALUE,
        /** Values separated by commas; repeated options accumulate. */
        LIST,
        /** {@code true}, {@code false}, or no value, which means true. */
        BOOLEAN,
        /** A value after an equals sign, or no value, which means 0. */
        NUMBER
    }

    private final Shape shape;
    private final ValueType<T> type;
    private final @Nullable String label;
    private final @Nullable String help;
    private final List<String> spellings;

    private LinkOption(
            Shape shape, ValueType<T> type, @Nullable String label, @Nullable String help, String... spellings) {
        this.shape = shape;
        this.type = type;
        this.label = label;
        this.help = help;
        this.spellings = List.of(spellings);
        ALL.add(this);
        for (String spelling : spellings) {
            BY_SPELLING.put(spelling, this);
        }
    }

    /** All options, in the order of the help. */
    public static List<LinkOption<?>> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** The syntax of its value. */
    public Shape shape() {
        return shape;
    }

    /** The name of its value in the help. */
    public String label() {
        return label == null ? "" : label;
    }

    /** The description in the help; empty for an option without effect. */
    public Optional<String> help() {
        return Optional.ofNullable(help);
    }

    /** All spellings, a short one first. */
    public List<String> spellings() {
        return spellings;
    }

    /** The longest spelling. */
    public String name() {
        return spellings.get(spellings.size() - 1);
    }

    /** The valid values as written on the command line; empty if they are unlimited. */
    public List<String> values() {
        return type.names();
    }

    /**
     * Parses its value.
     *
     * @param words the values of all occurrences
     * @throws InvalidOptionException if a value is invalid
     */
    public T parse(List<String> words) {
        return type.parse(words).orElseThrow(() -> invalid(type.wrong(words)));
    }

    private InvalidOptionException invalid(String word) {
        List<String> names = type.names();
        return new InvalidOptionException(
                names.isEmpty()
                        ? name() + " takes " + type.description() + ", not '" + word + "'"
                        : name() + " does not accept '" + word + "': use "
                                + String.join(", ", names.subList(0, names.size() - 1)) + " or "
                                + names.get(names.size() - 1));
    }

    /**
     * The arguments for a value.
     *
     * @throws IllegalArgumentException if an element of a list contains a comma, the separator
     */
    List<String> arguments(T value) {
        if (shape == Shape.FLAG) {
            return value instanceof Boolean on && on ? List.of(name()) : List.of();
        }
        List<String> words = type.words(value);
        if (words.isEmpty()) {
            return List.of(name() + "=,");
        }
        List<String> arguments = new ArrayList<>();
        for (String word : words) {
            if (shape == Shape.LIST && word.indexOf(',') >= 0) {
                throw new IllegalArgumentException(name() + " can't have '" + word + "', which has a comma");
            }
            arguments.add(name() + "=" + word);
        }
        return arguments;
    }

    /** The option with exactly this spelling. */
    public static @Nullable LinkOption<?> ofSpelling(String text) {
        return BY_SPELLING.get(text);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name();
    }
}
