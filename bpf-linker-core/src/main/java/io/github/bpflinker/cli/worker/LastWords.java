package io.github.bpflinker.cli.worker;

import io.github.bpflinker.SystemReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Passes on what a child prints on its standard error and remembers the end of it. */
final class LastWords {

    private static final int LINES = 8;
    private static final long MILLISECONDS_TO_DRAIN = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread listener;

    private LastWords(InputStream stream) {
        this.listener = new Thread(() -> read(stream), "stderr of a child worker");
        this.listener.setDaemon(true);
    }

    static LastWords listen(InputStream stream) {
        LastWords words = new LastWords(stream);
        words.listener.start();
        return words;
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                System.err.println(line);
                remember(line);
            }
        } catch (IOException e) {
            remember("its standard error can't be read: " + SystemReason.of(e));
        }
    }

    private void remember(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > LINES) {
                lines.removeFirst();
            }
        }
    }

    /** What was said so far is about something else. */
    void forget() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** The last lines, of a child that has ended. */
    String text() {
        try {
            listener.join(MILLISECONDS_TO_DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }
}
