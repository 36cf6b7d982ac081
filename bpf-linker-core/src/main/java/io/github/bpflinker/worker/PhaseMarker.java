package io.github.bpflinker.worker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the current phase of a link to a file, so that the parent process can read it if LLVM terminates this process.
 * The file is named by a system property, must exist, and is deleted after a regular end.
 */
public final class PhaseMarker implements Consumer<String>, AutoCloseable {

    /** The system property that names the file. */
    public static final String PROPERTY = "bpf.linker.phase.file";

    private final @Nullable Path file;
    private final @Nullable FileChannel channel;
    private volatile String current = "";
    private volatile boolean closed;

    private PhaseMarker(@Nullable Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Whether the parent process set the file, so that it handles the termination of this process. */
    public static boolean isAskedFor() {
        return !System.getProperty(PROPERTY, "").isEmpty();
    }

    /** The marker of this process; one without effect if no file was set or it does not exist. */
    public static PhaseMarker ofProcess() {
        String name = System.getProperty(PROPERTY);
        if (name == null || name.isEmpty()) {
            return new PhaseMarker(null, null);
        }
        Path file = Path.of(name);
        try {
            return new PhaseMarker(
                    file, FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)));
        } catch (IOException e) {
            return new PhaseMarker(null, null);
        }
    }

    /** Reads the phase in a file; empty if none was written. */
    public static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public void accept(String phase) {
        current = phase;
        if (channel != null && !closed) {
            try {
                byte[] line = (phase + "\n").getBytes(StandardCharsets.UTF_8);
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(line), 0);
            } catch (IOException e) {
                // The phase is only used in messages; the link continues without it.
                return;
            }
        }
    }

    /** The current phase. */
    public String current() {
        return current;
    }

    /** Marks the regular end of the process. */
    @Override
    public void close() {
        closed = true;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The parent process deletes the file, too.
                return;
            }
        }
    }
}
