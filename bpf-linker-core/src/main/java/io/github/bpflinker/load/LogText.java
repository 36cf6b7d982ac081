package io.github.bpflinker.load;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Splits the verifier's log into lines. A log can have millions of lines, for each iteration of each loop; only the
 * beginning and the end of a long log are kept.
 */
final class LogText {

    private static final int FIRST_LINES = 1_000;
    private static final int LAST_LINES = 5_000;

    private LogText() {}

    static List<String> lines(String log) {
        List<String> kept = new ArrayList<>();
        Deque<String> last = new ArrayDeque<>();
        int leftOut = 0;
        for (Iterator<String> lines = log.lines().iterator(); lines.hasNext(); ) {
            if (kept.size() < FIRST_LINES) {
                kept.add(lines.next());
                continue;
            }
            last.addLast(lines.next());
            if (last.size() > LAST_LINES) {
                last.removeFirst();
                leftOut++;
            }
        }
        if (leftOut > 0) {
            kept.add("[" + leftOut + " lines left out]");
        }
        kept.addAll(last);
        return kept;
    }
}
