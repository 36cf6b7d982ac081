package io.github.bpflinker.kernel.table;

import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a resource file: columns parted by tabs and named by the first line; lines with # are remarks. */
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
        for (String line : text.lines().toList()) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (columns.isEmpty()) {
                columns = cells;
            } else {
                rows.add(row(columns, cells));
            }
        }
        return new FactTable(rows);
    }

    private static Row row(List<String> columns, List<String> cells) {
        if (columns.size() != cells.size()) {
            throw new IllegalStateException(cells + " does not fit " + columns);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new Row(row);
    }

    /** The cells of a row by column. */
    record Row(Map<String, String> cells) {

        Row {
            cells = Map.copyOf(cells);
        }

        String text(String column) {
            @Nullable String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalStateException("no column " + column);
            }
            return cell;
        }

        int number(String column) {
            return Integer.parseInt(text(column));
        }

        KernelVersion since() {
            return KernelVersion.parse(text("since")).orElseThrow();
        }
    }
}
