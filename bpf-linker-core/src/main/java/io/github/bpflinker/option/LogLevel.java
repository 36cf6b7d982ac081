package io.github.bpflinker.option;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The log levels; each includes those before it. */
public enum LogLevel implements NamedValue {
    /** Errors, which are always logged. */
    OFF,
    /** Errors. */
    ERROR,
    /** Also warnings. */
    WARN,
    /** Also the linked output and the LLVM that is used. */
    INFO,
    /** Also each input and phase. */
    DEBUG,
    /** Also each symbol. */
    TRACE;

    @Override
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether messages of that level are logged. */
    public boolean includes(LogLevel other) {
        return compareTo(other) >= 0;
    }

    /** Parses a name in any case, or a number from 0 to 5, as Rust's loggers do. */
    public static Optional<LogLevel> ofOptionName(String name) {
        List<LogLevel> levels = List.of(values());
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i).name().equalsIgnoreCase(name)
                        || Integer.toString(i).equals(name))
                .mapToObj(levels::get)
                .findFirst();
    }
}
