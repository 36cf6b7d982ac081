package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.LinkResult.PhaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Formats the time of each phase of a link in milliseconds. */
final class TimeTable {

    private TimeTable() {}

    /** One line for each phase, and the total. */
    static List<String> lines(LinkResult result) {
        List<PhaseTime> rows = new ArrayList<>(result.phases());
        Duration sum = Duration.ZERO;
        for (PhaseTime phase : result.phases()) {
            sum = sum.plus(phase.time());
        }
        rows.add(new PhaseTime("total", sum));
        int width = 0;
        for (PhaseTime row : rows) {
            width = Math.max(width, row.name().length());
        }
        List<String> lines = new ArrayList<>();
        for (PhaseTime row : rows) {
            String time = milliseconds(row.time());
            lines.add(row.name() + " ".repeat(width - row.name().length() + Math.max(1, 12 - time.length())) + time
                    + " ms");
        }
        return lines;
    }

    private static String milliseconds(Duration time) {
        long tenths = Math.round(time.toNanos() / 100_000.0);
        return tenths / 10 + "." + tenths % 10;
    }
}
