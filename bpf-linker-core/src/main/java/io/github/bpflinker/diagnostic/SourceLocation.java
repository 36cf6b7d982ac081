package io.github.bpflinker.diagnostic;

/**
 * A location in a source file, from the debug information of an input.
 *
 * @param file the file as the compiler recorded it
 * @param line the line, counted from 1
 * @param column the column, counted from 1; 0 if the compiler recorded none
 */
public record SourceLocation(String file, int line, int column) {

    /** {@code file:line:column}, without the column if there is none. */
    @Override
    public String toString() {
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
