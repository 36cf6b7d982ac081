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
 * Keeps the name of the phase that a link is in where whoever started this process can read it if LLVM takes the
 * process with it: in a file that exists already, named by a system property, and gone after an orderly end.
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

    /** Whether whoever started this process looks after it: waits for its end, and tells the user of it. */
    public static boolean isAskedFor() {
        return !System.getProperty(PROPERTY, "").isEmpty();
    }

    /** The marker that this process was asked for; one that does nothing if there is none, or no such file. */
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

    /** The phase in such a file; empty if none was written. */
    static String read(Path file) {
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
                // The name of the phase only makes a later message better; the link itself goes on without it.
                return;
            }
        }
    }

    /** The phase that was told last. */
    public String current() {
        return current;
    }

    /** Says that the process ended in order. */
    @Override
    public void close() {
        closed = true;
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Whoever made the file removes it, too.
                return;
            }
        }
    }
}
