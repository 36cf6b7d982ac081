package io.github.bpflinker.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How much a command tells about what it does; each level includes those before it. */
public enum LogLevel implements NamedValue {
    /** Errors, which are always told. */
    OFF,
    /** Errors. */
    ERROR,
    /** Warnings, too. */
    WARN,
    /** What is linked with which LLVM, too. */
    INFO,
    /** Each input and phase, too. */
    DEBUG,
    /** Each symbol, too. */
    TRACE;

    @Override
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether what is of that importance is told. */
    public boolean includes(LogLevel other) {
        return compareTo(other) >= 0;
    }

    /** Reads a name in any case, or a number from 0 to 5: Rust's loggers, which existing builds speak to, take both. */
    public static Optional<LogLevel> ofOptionName(String name) {
        List<LogLevel> levels = List.of(values());
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i).name().equalsIgnoreCase(name)
                        || Integer.toString(i).equals(name))
                .mapToObj(levels::get)
                .findFirst();
    }
}
