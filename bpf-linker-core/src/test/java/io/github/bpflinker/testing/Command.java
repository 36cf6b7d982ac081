package io.github.bpflinker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a command of the machine and collects what it printed. */
public final class Command {

    private static final int LIMIT_SECONDS = 120;

    private Command() {}

    /**
     * What a command left behind.
     *
     * @param exitCode its exit code
     * @param output standard output and standard error, interleaved
     */
    public record Outcome(int exitCode, String output) {

        /** The output, if the command succeeded; otherwise the test fails with it. */
        public String orFail() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + ":\n" + output);
            }
            return output;
        }
    }

    public static Outcome run(String... command) {
        return run(Path.of("."), List.of(command));
    }

    public static Outcome run(Path folder, List<String> command) {
        return run(folder, command, LIMIT_SECONDS);
    }

    /** Runs a command that may take longer than others. */
    public static Outcome run(Path folder, List<String> command, int seconds) {
        try {
            Path output = Files.createTempFile("command", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " did not end within " + seconds + " s");
                }
                return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
