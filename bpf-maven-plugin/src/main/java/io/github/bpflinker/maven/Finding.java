package io.github.bpflinker.maven;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A diagnostic of a compiler or of the linker.
 *
 * @param severity its severity
 * @param file the source file, if it has a location
 * @param line the line, counted from 1; 0 if unknown
 * @param column the column, counted from 1; 0 if unknown
 * @param text the message
 */
public record Finding(Severity severity, Optional<Path> file, int line, int column, String text) {

    /** Creates a diagnostic without a location. */
    public static Finding general(Severity severity, String text) {
        return new Finding(severity, Optional.empty(), 0, 0, text);
    }

    /**
     * Creates a diagnostic with a location. If the file does not exist, as for sources of Rust's core library, the
     * location becomes part of the text.
     *
     * @param base the directory to which names of source files are relative
     */
    public static Finding at(Severity severity, SourceLocation location, String text, Path base) {
        Path file = base.resolve(location.file()).normalize();
        return Files.isRegularFile(file)
                ? new Finding(severity, Optional.of(file), location.line(), location.column(), text)
                : general(severity, location + ": " + text);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Location and text in the format of compilers. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        file.ifPresent(path -> {
            line.append(path);
            if (this.line > 0) {
                line.append(':').append(this.line);
            }
            if (column > 0) {
                line.append(':').append(column);
            }
            line.append(": ");
        });
        return line.append(text).toString();
    }
}
