package io.github.bpflinker.llvm.locate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How many characters must be inserted, removed or replaced to turn one name into another. */
final class EditDistance {

    /** Names that differ in more than a third of their characters are no help. */
    private static final int SHARE = 3;

    private record Near(String name, int distance) {}

    private EditDistance() {}

    /** The names most like {@code name}, the nearest first, at most {@code limit}; none if nothing is near. */
    static List<String> nearest(String name, Collection<String> names, int limit) {
        int farthest = Math.max(2, name.length() / SHARE);
        return names.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= farthest)
                .map(other -> new Near(other, between(name, other)))
                .filter(near -> near.distance() <= farthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(limit)
                .map(Near::name)
                .toList();
    }

    static int between(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
