package io.github.bpflinker.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Suggests existing names for an unknown name. */
public final class NearestNames {

    /** A suggestion differs in at most one third of its characters. */
    private static final int SHARE = 3;

    private record Near(String name, int distance) {}

    private NearestNames() {}

    /**
     * Finds the names with the smallest edit distance to {@code name}.
     *
     * @return at most {@code limit} names, the nearest first; empty if none is similar
     */
    public static List<String> of(String name, Collection<String> names, int limit) {
        int farthest = Math.max(1, name.length() / SHARE);
        return names.stream()
                .filter(other -> Math.abs(other.length() - name.length()) <= farthest)
                .map(other -> new Near(other, edits(name, other)))
                .filter(near -> near.distance() <= farthest)
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(limit)
                .map(Near::name)
                .toList();
    }

    /** The edit distance: insertions, deletions, substitutions and transpositions of neighbours. */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                cost[row][column] = row == 0 || column == 0 ? row + column : cheapest(cost, from, row, to, column);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, int row, String to, int column) {
        boolean same = from.charAt(row - 1) == to.charAt(column - 1);
        int replaced = cost[row - 1][column - 1] + (same ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
        return swapped ? Math.min(best, 1 + cost[row - 2][column - 2]) : best;
    }
}
