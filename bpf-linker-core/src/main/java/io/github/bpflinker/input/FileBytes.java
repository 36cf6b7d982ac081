package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads files into memory. They are not mapped, because compilers write their outputs in place, and access to a mapped
 * file that is truncated meanwhile terminates the process. A file that changes while it is read is read again.
 */
public final class FileBytes {

    private static final int ATTEMPTS = 5;
    private static final int MILLISECONDS_BETWEEN = 20;

    /** The maximum number of bytes read from a pipe or device, which may be endless. */
    private static final int LARGEST_PIPE = 64 << 20;

    private static final int PIECE = 1 << 16;

    private FileBytes() {}

    /**
     * Reads a regular file.
     *
     * @param name the name used in error messages
     * @return a direct buffer
     * @throws LinkException if it is missing, a directory, not regular, larger than 2 GB or unreadable; {@link
     *     Problem#INPUT_CHANGED} if another process keeps writing it; {@link Problem#MEMORY_EXCEEDED} if it does not
     *     fit into memory
     */
    static ByteBuffer ofRegular(String name, Path file) {
        try {
            if (!attributes(name, file).isRegularFile()) {
                throw unreadable(name, "is no regular file", null);
            }
            return whole(name, file);
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /**
     * Reads a regular file, or a pipe up to its end.
     *
     * @param name the name used in error messages
     * @throws LinkException as {@link #ofRegular}, and for a pipe or device with more than 64 MB
     */
    public static ByteBuffer of(String name, Path file) {
        try {
            return attributes(name, file).isRegularFile() ? whole(name, file) : upToTheEnd(name, file);
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    /**
     * Reads a regular file or a pipe as UTF-8 text.
     *
     * @param name the name used in error messages
     * @throws LinkException as {@link #of}
     */
    public static String text(String name, Path file) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(of(name, file)).toString();
        } catch (CharacterCodingException e) {
            throw failure(name, e);
        }
    }

    private static BasicFileAttributes attributes(String name, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_IS_DIRECTORY).withInput(name));
        }
        return attributes;
    }

    private static ByteBuffer whole(String name, Path file) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
            if (before.size() == 0) {
                // An empty file, or one of a file system such as proc that reports no sizes.
                return upToTheEnd(name, file);
            }
            Optional<ByteBuffer> content = read(name, file);
            BasicFileAttributes after = Files.readAttributes(file, BasicFileAttributes.class);
            if (content.isPresent() && isSame(before, after)) {
                return content.get();
            }
            pause();
        }
        throw new LinkException(Diagnostic.error(Problem.INPUT_CHANGED).withInput(name));
    }

    private static boolean isSame(BasicFileAttributes before, BasicFileAttributes after) {
        return before.size() == after.size() && before.lastModifiedTime().equals(after.lastModifiedTime());
    }

    /** Reads the whole file; empty if the number of bytes differs from the reported size. */
    private static Optional<ByteBuffer> read(String name, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > Integer.MAX_VALUE) {
                throw unreadable(name, "larger than 2 GB", null);
            }
            ByteBuffer content = ByteBuffer.allocateDirect((int) size);
            while (content.hasRemaining()) {
                if (channel.read(content) < 0) {
                    return Optional.empty();
                }
            }
            return channel.read(ByteBuffer.allocate(1)) < 0 ? Optional.of(content.flip()) : Optional.empty();
        } catch (OutOfMemoryError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.MEMORY_EXCEEDED)
                            .withInput(name)
                            .withRelated(List.of("BPF_LINKER_JAVA_OPTS=-Xmx8g")),
                    e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN);
        } catch (InterruptedException e) {
            // The interrupt status is restored for the caller; reading continues without the pause.
            Thread.currentThread().interrupt();
        }
    }

    private static ByteBuffer upToTheEnd(String name, Path file) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        try (InputStream stream = Files.newInputStream(file)) {
            for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
                content.write(piece, 0, read);
                if (content.size() > LARGEST_PIPE) {
                    throw unreadable(name, "is no regular file and gives more than 64 MB", null);
                }
            }
        }
        return ByteBuffer.wrap(content.toByteArray());
    }

    private static LinkException failure(String name, IOException e) {
        return e instanceof NoSuchFileException
                ? new LinkException(Diagnostic.error(Problem.INPUT_MISSING).withInput(name), e)
                : unreadable(name, SystemReason.of(e), e);
    }

    private static LinkException unreadable(String name, String reason, @Nullable IOException cause) {
        return new LinkException(
                Diagnostic.error(Problem.INPUT_UNREADABLE).withInput(name).withDetail(reason), cause);
    }
}
