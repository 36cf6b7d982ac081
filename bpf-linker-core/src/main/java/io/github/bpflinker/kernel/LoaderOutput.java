package io.github.bpflinker.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a loader printed. The verifier's log of one program can have millions of lines, one for each round of each
 * loop; of a log that long the beginning and the end are kept.
 */
final class LoaderOutput {

    private static final String BEGIN = "-- BEGIN PROG LOAD LOG --";
    private static final String END = "-- END PROG LOAD LOG --";
    private static final int FIRST_LINES = 1_000;
    private static final int LAST_LINES = 5_000;

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> last = new ArrayDeque<>();
    private int lines;
    private int leftOut;
    private boolean inLog;

    private LoaderOutput() {}

    /** The text of a file, in lines that end in {@code \n}. */
    static String read(Path file) throws IOException {
        LoaderOutput output = new LoaderOutput();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            @Nullable String line = reader.readLine();
            while (line != null) {
                output.add(line);
                line = reader.readLine();
            }
        }
        output.endLog();
        return output.text.toString();
    }

    private void add(String line) {
        if (line.endsWith(BEGIN)) {
            endLog();
            inLog = true;
            append(line);
        } else if (line.equals(END)) {
            endLog();
            append(line);
        } else if (!inLog || ++lines <= FIRST_LINES) {
            append(line);
        } else {
            last.addLast(line);
            if (last.size() > LAST_LINES) {
                last.removeFirst();
                leftOut++;
            }
        }
    }

    private void endLog() {
        if (leftOut > 0) {
            append("[" + leftOut + " lines left out]");
        }
        last.forEach(this::append);
        last.clear();
        lines = 0;
        leftOut = 0;
        inLog = false;
    }

    private void append(String line) {
        text.append(line).append('\n');
    }
}
