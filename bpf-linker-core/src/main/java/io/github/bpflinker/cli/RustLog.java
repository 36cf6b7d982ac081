package io.github.bpflinker.cli;

import io.github.bpflinker.option.LogLevel;
import java.util.Optional;

/**
 * Parses the environment variable RUST_LOG, with which builds for bpf-linker set the log level. It has directives
 * separated by commas: a level, or {@code TARGET=LEVEL} for a part of a program; those for {@code bpf_linker} apply.
 * The syntax is that of tracing-subscriber's {@code EnvFilter} without spans and fields.
 */
final class RustLog {

    static final String VARIABLE = "RUST_LOG";

    private static final String OUR_TARGET = "bpf_linker";

    private RustLog() {}

    /** The level for this program, if the variable has one. Invalid directives are ignored. */
    static Optional<LogLevel> level(String value) {
        Optional<LogLevel> forAll = Optional.empty();
        Optional<LogLevel> forUs = Optional.empty();
        for (String directive : value.split(",", -1)) {
            String text = directive.strip();
            int equals = text.indexOf('=');
            String target = equals < 0 ? "" : text.substring(0, equals);
            Optional<LogLevel> level = LogLevel.ofOptionName(text.substring(equals + 1));
            if (text.equals(OUR_TARGET)) {
                forUs = Optional.of(LogLevel.TRACE);
            } else if (level.isPresent() && (target.equals(OUR_TARGET) || target.startsWith(OUR_TARGET + "::"))) {
                forUs = level;
            } else if (level.isPresent() && equals < 0) {
                forAll = level;
            }
        }
        return forUs.isPresent() ? forUs : forAll;
    }
}
