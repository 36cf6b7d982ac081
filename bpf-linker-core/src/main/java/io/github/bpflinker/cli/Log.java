package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.option.LogLevel;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The log of a command: its error stream and, optionally, a log file. Errors are always written, other messages
 * according to the level.
 */
final class Log implements AutoCloseable {

    private final LogLevel level;
    private final Console console;
    private final @Nullable Writer file;

    private Log(LogLevel level, Console console, @Nullable Writer file) {
        this.level = level;
        this.console = console;
        this.file = file;
    }

    /** @throws LinkException if the log file can't be written */
    static Log open(LogLevel level, Optional<Path> file, Console console) {
        return new Log(level, console, file.isPresent() ? append(file.get()) : null);
    }

    private static Writer append(Path file) {
        try {
            return Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.OUTPUT_UNWRITABLE)
                            .withInput(file.toString())
                            .withDetail(SystemReason.of(e)),
                    e);
        }
    }

    void info(String line) {
        tell(LogLevel.INFO, line);
    }

    void debug(String line) {
        tell(LogLevel.DEBUG, line);
    }

    void trace(String line) {
        tell(LogLevel.TRACE, line);
    }

    /** Logs a diagnostic at the level of its severity. */
    void diagnostic(Diagnostic diagnostic) {
        console.listener().finding(diagnostic);
        String line = DiagnosticText.line(diagnostic);
        LogLevel importance = importance(diagnostic.severity());
        if (importance == LogLevel.ERROR || level.includes(importance)) {
            console.err().println(line);
            write(line);
        }
    }

    private void tell(LogLevel importance, String line) {
        if (level.includes(importance)) {
            String told = importance.optionName() + ": " + Printable.line(line);
            console.err().println(told);
            write(told);
        }
    }

    private static LogLevel importance(Severity severity) {
        return switch (severity) {
            case ERROR -> LogLevel.ERROR;
            case WARNING -> LogLevel.WARN;
            case NOTE -> LogLevel.DEBUG;
        };
    }

    private void write(String line) {
        if (file != null) {
            try {
                file.write(line);
                file.write('\n');
                file.flush();
            } catch (IOException e) {
                console.err().println("Warning: the log file can't be written: " + SystemReason.of(e));
            }
        }
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                console.err().println("Warning: the log file can't be written: " + SystemReason.of(e));
            }
        }
    }
}
