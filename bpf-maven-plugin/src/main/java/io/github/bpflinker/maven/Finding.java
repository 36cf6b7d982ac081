package io.github.bpflinker.maven;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a compiler or the linker found.
 *
 * @param severity how much it matters
 * @param file the source file, if it is about one
 * @param line the line, counted from 1; 0 if unknown
 * @param column the column, counted from 1; 0 if unknown
 * @param text the sentence
 */
public record Finding(Severity severity, Optional<Path> file, int line, int column, String text) {

    /** One that is about no place in a source file. */
    public static Finding general(Severity severity, String text) {
        return new Finding(severity, Optional.empty(), 0, 0, text);
    }

    /**
     * One about a place in a source. Where there is no such file, as of sources of Rust's core library, the place is a part
     * of the text.
     *
     * @param base what the names of source files are relative to
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

    /** The place and the text, as compilers print them. */
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
