package io.github.bpflinker.maven.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Drains what a worker prints beside the protocol and remembers the end of it. */
final class LastWords {

    private static final int LINES = 400;
    private static final Pattern HEADLINE = Pattern.compile("LLVM ERROR|[Aa]ssertion|fatal error");
    private static final long MILLISECONDS_TO_DRAIN = 2_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread listener;

    private LastWords(InputStream stream) {
        this.listener = new Thread(() -> read(stream), "stderr of a BPF worker");
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
                remember(line);
            }
        } catch (IOException e) {
            remember("its standard error can't be read: " + e.getMessage());
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

    /** The lines that are remembered, of a worker that has ended. */
    String log() {
        try {
            listener.join(MILLISECONDS_TO_DRAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    /** What matters of such lines: LLVM's own error, if there is one, and the end. */
    static String gist(String log) {
        List<String> said =
                log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        Set<String> gist = new LinkedHashSet<>();
        said.stream().filter(line -> HEADLINE.matcher(line).find()).findFirst().ifPresent(gist::add);
        if (!said.isEmpty()) {
            gist.add(said.get(said.size() - 1));
        }
        return String.join(" … ", gist);
    }
}
