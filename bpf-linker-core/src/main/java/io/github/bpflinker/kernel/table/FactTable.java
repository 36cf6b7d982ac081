package io.github.bpflinker.kernel.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a resource file: columns parted by tabs and named by the first line; lines with # are remarks. Read in each
 * link, in a cold JVM: hence by hand, without regular expressions and a map for each row.
 */
record FactTable(List<Row> rows) {

    private static final String FOLDER = "/io/github/bpflinker/kernel/";

    FactTable {
        rows = List.copyOf(rows);
    }

    /** The table of that name. */
    static FactTable load(String name) {
        try (InputStream stream = FactTable.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + FOLDER + name);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FactTable parse(String text) {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        Map<String, Releases> releases = new HashMap<>();
        for (String line : split(text, '\n')) {
            if (line.isEmpty() || line.charAt(0) == '#') {
                continue;
            }
            List<String> cells = split(line, '\t');
            if (columns.isEmpty()) {
                columns = cells;
            } else if (columns.size() == cells.size()) {
                rows.add(new Row(columns, cells, releases));
            } else {
                throw new IllegalStateException(cells + " does not fit " + columns);
            }
        }
        return new FactTable(rows);
    }

    /** The parts of a text, by hand for the same reason. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
            parts.add(text.substring(start, end));
            start = end + 1;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The cells of a row by column. */
    static final class Row {

        private final List<String> columns;
        private final List<String> cells;

        /** Of all rows: many things came with the same few releases. */
        private final Map<String, Releases> releases;

        private Row(List<String> columns, List<String> cells, Map<String, Releases> releases) {
            this.columns = columns;
            this.cells = cells;
            this.releases = releases;
        }

        String text(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalStateException("no column " + column);
            }
            return cells.get(at);
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        /** The releases that the row's column {@code since} names. */
        Releases releases() {
            return releases("since");
        }

        /** The releases that a column names. */
        Releases releases(String column) {
            String text = text(column);
            @Nullable Releases known = releases.get(text);
            if (known == null) {
                known = Releases.parse(text);
                releases.put(text, known);
            }
            return known;
        }
    }
}
