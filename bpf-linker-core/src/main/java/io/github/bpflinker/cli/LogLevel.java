package io.github.bpflinker.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How much a command tells about what it does; each level includes those before it. */
enum LogLevel {
    OFF,
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE;

    String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(LogLevel other) {
        return compareTo(other) >= 0;
    }

    /** Reads a name in any case, or a number from 0 to 5: Rust's loggers, which existing builds speak to, take both. */
    static Optional<LogLevel> ofOptionName(String name) {
        List<LogLevel> levels = List.of(values());
        return IntStream.range(0, levels.size())
                .filter(i -> levels.get(i).name().equalsIgnoreCase(name)
                        || Integer.toString(i).equals(name))
                .mapToObj(levels::get)
                .findFirst();
    }
}
