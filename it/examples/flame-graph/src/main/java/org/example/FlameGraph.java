package org.example;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A function, with the samples in it and in what it called. */
final class FlameGraph {

    private final Map<String, FlameGraph> calls = new TreeMap<>();
    private long samples;

    /** @param functions those of a stack, the innermost first */
    void add(List<String> functions, long count) {
        samples += count;
        if (!functions.isEmpty()) {
            int callee = functions.size() - 1;
            FlameGraph called = calls.computeIfAbsent(functions.get(callee), name -> new FlameGraph());
            called.add(functions.subList(0, callee), count);
        }
    }

    /** A box for each function, on top of its caller, as wide as it has samples. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        draw("all", 0, 20 * depth(), 1200.0 / Math.max(1, samples), svg);
        return "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='" + 20 * depth() + "'>\n" + svg + "</svg>\n";
    }

    private int depth() {
        return 1 + calls.values().stream().mapToInt(FlameGraph::depth).max().orElse(0);
    }

    private void draw(String name, double left, int bottom, double unit, StringBuilder svg) {
        String box = "<svg x='%.1f' y='%d' width='%.1f' height='19'><title>%s: %d samples</title><rect width='100%%'"
                + " height='100%%' fill='hsl(%d,80%%,70%%)'/><text x='3' y='14' font-size='13'>%4$s</text></svg>\n";
        String text = name.replace("&", "&amp;").replace("<", "&lt;");
        int colour = 30 + name.hashCode() % 30;
        svg.append(String.format(Locale.ROOT, box, left, bottom - 20, samples * unit, text, samples, colour));
        for (Map.Entry<String, FlameGraph> call : calls.entrySet()) {
            call.getValue().draw(call.getKey(), left, bottom - 20, unit, svg);
            left += call.getValue().samples * unit;
        }
    }
}
