package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileBytesTest {

    private static final int SIZE = 1 << 20;

    @TempDir
    private Path folder;

    private static void assertUnreadable(Path file, String reason) {
        assertThatThrownBy(() -> FileBytes.of("name", file))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.INPUT_UNREADABLE, diagnostic -> diagnostic.problem())
                .returns("name", diagnostic -> diagnostic.input())
                .returns(reason, diagnostic -> diagnostic.detail());
    }

    /** As compilers write: the old file is cut first. A mapped one would end in an InternalError of the JVM. */
    @Test
    void readsAFileThatIsRewrittenInPlace() throws Exception {
        Path file = Files.write(folder.resolve("a.bc"), filled((byte) 0));
        AtomicBoolean done = new AtomicBoolean();
        Thread compiler = new Thread(() -> {
            for (byte round = 1; !done.get(); round = (byte) (round % 100 + 1)) {
                rewrite(file, filled(round));
            }
        });
        compiler.start();
        try {
            for (int i = 0; i < 50; i++) {
                Throwable failure = catchThrowable(() -> touchAll(FileBytes.of("name", file)));
                if (failure != null) {
                    assertThat(failure)
                            .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                            .extracting(thrown -> thrown.diagnostic().problem())
                            .isEqualTo(Problem.INPUT_CHANGED);
                }
            }
        } finally {
            done.set(true);
            compiler.join();
        }
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[SIZE];
        Arrays.fill(bytes, value);
        return bytes;
    }

    private static void rewrite(Path file, byte[] content) {
        try (OutputStream stream = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            stream.write(content, 0, SIZE / 2);
            stream.write(content, SIZE / 2, SIZE / 2);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void touchAll(ByteBuffer content) {
        while (content.hasRemaining()) {
            content.get();
        }
    }

    @Test
    void readsAPipeToItsEnd() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Thread writer = new Thread(() -> {
            try {
                Files.write(pipe, new byte[] {1, 2, 3}, StandardOpenOption.WRITE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        writer.start();
        assertThat(FileBytes.of("name", pipe)).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, 3}));
        writer.join();
    }

    @Test
    void refusesAFileOfMoreThanABufferHolds() throws IOException {
        Path file = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertUnreadable(file, "larger than 2 GB");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesADeviceWithoutEnd() {
        assertUnreadable(Path.of("/dev/zero"), "is no regular file and gives more than 64 MB");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsFilesThatDoNotSayHowLongTheyAre() {
        assertThat(FileBytes.text("name", Path.of("/proc/version"))).startsWith("Linux version ");
    }
}
