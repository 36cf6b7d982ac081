package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.testing.QuietLog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    Path folder;

    private final QuietLog log = new QuietLog();

    /** Holds the folder that it is told of, says so, and goes on until its input ends. */
    public static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) {
            WorkFolder.whileHeld(Path.of(arguments[0]), new QuietLog(), () -> {
                System.out.println("held");
                try {
                    return System.in.read();
                } catch (IOException e) {
                    return -1;
                }
            });
        }
    }

    @Test
    void isHeldByOneProcessAtATime() throws IOException, InterruptedException {
        Path work = folder.resolve("target/bpf");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        work.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("held");
            Thread ended = new Thread(() -> endWhenSomebodyWaits(other));
            ended.start();

            boolean alone = WorkFolder.whileHeld(work, log, () -> log.lines().size() == 1);

            ended.join();
            assertThat(alone).isTrue();
            assertThat(log.lines()).containsExactly("info waiting for another build in " + work);
            assertThat(other.waitFor()).isZero();
        } finally {
            other.destroyForcibly();
        }
    }

    private void endWhenSomebodyWaits(Process other) {
        try {
            while (log.lines().isEmpty()) {
                Thread.sleep(1);
            }
            other.getOutputStream().close();
        } catch (IOException | InterruptedException e) {
            other.destroyForcibly();
        }
    }

    @Test
    void isHeldByOneThreadAtATime() throws InterruptedException {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        Thread first = new Thread(() -> WorkFolder.whileHeld(folder, new QuietLog(), () -> {
            begun.countDown();
            while (log.lines().isEmpty()) {
                Thread.onSpinWait();
            }
            return events.add("first");
        }));
        first.start();
        begun.await();

        WorkFolder.whileHeld(folder, log, () -> events.add("second"));

        first.join();
        assertThat(events).containsExactly("first", "second");
    }
}
