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

/** Reads the output of a process and keeps its last lines. Thread-safe. */
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
     * Starts reading a stream until its end.
     *
     * @param most the number of lines to keep
     * @param listener receives each line immediately, on a separate thread
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

    /** Discards the lines so far. */
    public void forget() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** The last lines of a process that has ended. Waits for the end of the stream. */
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
