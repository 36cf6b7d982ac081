package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Presses Ctrl-C during a link that would never end, since its list of exports is a pipe to which nobody writes. */
@EnabledOnOs(OS.LINUX)
class InterruptTest {

    @TempDir
    private Path folder;

    @Test
    void endsALinkThatTheTerminalInterrupts() throws Exception {
        Path launcher = Distribution.make(Files.createDirectory(folder.resolve("home")));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path output = Files.writeString(folder.resolve("out.o"), "from before");
        Path pipe = folder.resolve("pipe");
        Command.run("mkfifo", pipe.toString()).orFail();
        // A session of its own, whose processes a signal reaches as those of a terminal; they must not inherit that
        // interrupts are ignored, as they are wherever this build runs in the background.
        ProcessBuilder builder = new ProcessBuilder(
                        "env",
                        "--default-signal=INT",
                        "setsid",
                        launcher.toString(),
                        "--export-symbols",
                        pipe.toString(),
                        "-o",
                        output.toString(),
                        "src/build/training.ll")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", temporary.toString());
        Process link = builder.start();
        try {
            awaitPhase(temporary, link);
            Command.run("sh", "-c", "kill -INT -" + link.pid()).orFail();
            assertThat(link.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            link.descendants().forEach(ProcessHandle::destroyForcibly);
            link.destroyForcibly();
        }
        assertThat(link.exitValue()).isEqualTo(128 + 2);
        assertThat(folder.resolve("printed")).isEmptyFile();
        assertThat(output).hasContent("from before");
        assertThat(temporary).isEmptyDirectory();
    }

    /** Waits until the link says that it reads. */
    private static void awaitPhase(Path temporary, Process link) throws IOException, InterruptedException {
        while (link.isAlive()) {
            try (var files = Files.list(temporary)) {
                for (Path file : files.toList()) {
                    if (Files.readString(file).startsWith("read")) {
                        return;
                    }
                }
            }
            Thread.sleep(20);
        }
    }
}
