package io.github.bpflinker.maven.process;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Runs a program and waits for its end. If the thread is interrupted, the program and its children are terminated. */
public final class ToolRun {

    private ToolRun() {}

    /**
     * The result of a program.
     *
     * @param exitCode its exit code; over 128 if a signal terminated it
     * @param lines the lines of both output streams
     */
    public record Outcome(int exitCode, List<String> lines) {
        public Outcome {
            lines = List.copyOf(lines);
        }

        public boolean succeeded() {
            return exitCode == 0;
        }

        /** The last line that is not blank; empty if there is none. */
        public String lastWords() {
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (!lines.get(i).isBlank()) {
                    return lines.get(i).strip();
                }
            }
            return "";
        }
    }

    /**
     * Runs a program and collects its output.
     *
     * @throws IOException if it can't be started
     */
    public static Outcome collect(ProcessBuilder command) throws IOException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        int exitCode = stream(command, lines::add, lines::add);
        return new Outcome(exitCode, lines);
    }

    /**
     * Runs a program and passes on each line of output immediately.
     *
     * @param out receives standard output
     * @param err receives standard error, on another thread
     * @return the exit code
     * @throws IOException if it can't be started
     */
    public static int stream(ProcessBuilder command, Consumer<String> out, Consumer<String> err) throws IOException {
        Process process = command.start();
        try {
            process.getOutputStream().close();
            Thread errors = new Thread(() -> read(process.getErrorStream(), err), "stderr of a tool");
            errors.setDaemon(true);
            errors.start();
            read(process.getInputStream(), out);
            int exitCode = process.waitFor();
            errors.join();
            return exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildFailure(
                    new MachineReason.Interrupted("running " + command.command().get(0)), e);
        } finally {
            endAll(process);
        }
    }

    /** Terminates a process and its descendants. */
    public static void endAll(Process process) {
        if (process.isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void read(InputStream stream, Consumer<String> lines) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("its output can't be read: " + e.getMessage());
        }
    }
}
