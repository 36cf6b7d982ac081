package io.github.bpflinker.report;

import io.github.bpflinker.text.Printable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text table with aligned columns. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    /** Adds a row. The number of cells must be that of the headings; cells are escaped for a terminal. */
    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Printable::line).toList());
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    /** Prints the table; nothing if it has no rows. */
    public void print(PrintStream out, String indent) {
        lines(indent).forEach(out::println);
    }

    /** The lines of the table, the headings first; none if it has no rows. */
    public List<String> lines(String indent) {
        if (isEmpty()) {
            return List.of();
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> indent + line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
