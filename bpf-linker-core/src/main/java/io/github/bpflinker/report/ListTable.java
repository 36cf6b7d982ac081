package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonNumber;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A list of loaded objects of one kind, as a text table and as JSON. */
public final class ListTable {

    private final List<String> columns;
    private final List<List<JsonValue>> rows = new ArrayList<>();

    /** @param columns the names of the properties in JSON */
    public ListTable(String... columns) {
        this.columns = List.of(columns);
    }

    public void add(JsonValue... cells) {
        rows.add(List.of(cells));
    }

    public JsonValue json() {
        List<JsonValue> objects = new ArrayList<>();
        for (List<JsonValue> row : rows) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                members.put(columns.get(i), row.get(i));
            }
            objects.add(new JsonObject(members));
        }
        return JsonValue.of(objects);
    }

    /**
     * Prints the table.
     *
     * @param kind the name of the objects, in the plural
     */
    public void print(String kind, PrintStream out) {
        if (rows.isEmpty()) {
            out.println("no " + kind);
            return;
        }
        TextTable table = new TextTable(columns.stream()
                .map(column -> column.replaceAll("(?=[A-Z])", " ").toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
        for (List<JsonValue> row : rows) {
            table.row(row.stream().map(ListTable::text).toArray(String[]::new));
        }
        table.print(out, "");
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.literal();
        }
        return value.asList()
                .map(values ->
                        String.join(", ", values.stream().map(ListTable::text).toList()))
                .or(value::asText)
                .orElse(value.toString());
    }
}
