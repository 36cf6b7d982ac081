package io.github.bpflinker.cli;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearestName {

    private NearestName() {}

    /** The one of {@code names} that needs the fewest edits, if it needs few enough to be worth a suggestion. */
    static Optional<String> of(String typed, Collection<String> names) {
        String best = null;
        int fewest = Math.max(1, typed.length() / 3) + 1;
        for (String name : names) {
            if (Math.abs(name.length() - typed.length()) < fewest) {
                int edits = edits(typed, name);
                if (edits < fewest) {
                    fewest = edits;
                    best = name;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many insertions, deletions, replacements and swaps of neighbours turn one text into the other. */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int row = 0; row <= from.length(); row++) {
            for (int column = 0; column <= to.length(); column++) {
                if (row == 0 || column == 0) {
                    cost[row][column] = row + column;
                    continue;
                }
                boolean same = from.charAt(row - 1) == to.charAt(column - 1);
                int best = cost[row - 1][column - 1] + (same ? 0 : 1);
                best = Math.min(best, 1 + Math.min(cost[row - 1][column], cost[row][column - 1]));
                if (row > 1
                        && column > 1
                        && from.charAt(row - 1) == to.charAt(column - 2)
                        && from.charAt(row - 2) == to.charAt(column - 1)) {
                    best = Math.min(best, 1 + cost[row - 2][column - 2]);
                }
                cost[row][column] = best;
            }
        }
        return cost[from.length()][to.length()];
    }
}
