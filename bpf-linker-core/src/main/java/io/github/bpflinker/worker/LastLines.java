package io.github.bpflinker.worker;

import io.github.bpflinker.file.SystemReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Drains what another process prints, line by line, and remembers the end of it. Thread-safe. */
public final class LastLines {

    private static final long MILLISECONDS_TO_DRAIN = 2_000;

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private LastLines(InputStream stream, int most, Consumer<String> listener) {
        this.most = most;
        this.reader = new Thread(() -> read(stream, listener), "output of a child process");
        this.reader.setDaemon(true);
    }

    /**
     * Begins to drain a stream, until it ends.
     *
     * @param most how many lines to remember
     * @param listener gets each line at once, on a thread of its own
     */
    public static LastLines of(InputStream stream, int most, Consumer<String> listener) {
        LastLines lines = new LastLines(stream, most, listener);
        lines.reader.start();
        return lines;
    }

    private void read(InputStream stream, Consumer<String> listener) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                remember(line);
                listener.accept(line);
            }
        } catch (IOException e) {
            remember("its output can't be read: " + SystemReason.of(e));
        }
    }

    private void remember(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > most) {
                lines.removeFirst();
            }
        }
    }

    /** What came so far is about something else. */
    public void forget() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** The lines that are remembered, of a process that has ended: what it said last is waited for. */
    public String text() {
        try {
            reader.join(MILLISECONDS_TO_DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }
}
