package io.github.bpflinker.input;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Maps files into memory. A mapping lives as long as its buffer is in use. */
final class MappedFile {

    private MappedFile() {}

    /**
     * The bytes of {@code file}; none if it is empty.
     *
     * @param name what errors call it
     */
    static ByteBuffer map(String name, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new LinkException(
                        Diagnostic.error(Problem.INPUT_IS_DIRECTORY).withInput(name));
            }
            if (!attributes.isRegularFile()) {
                throw unreadable(name, "is no regular file", null);
            }
            try (FileChannel channel = FileChannel.open(file)) {
                long size = channel.size();
                if (size > Integer.MAX_VALUE) {
                    throw unreadable(name, "larger than 2 GB", null);
                }
                return channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            }
        } catch (NoSuchFileException e) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_MISSING).withInput(name), e);
        } catch (IOException e) {
            throw unreadable(name, SystemReason.of(e), e);
        }
    }

    private static LinkException unreadable(String name, String reason, @Nullable IOException cause) {
        return new LinkException(
                Diagnostic.error(Problem.INPUT_UNREADABLE).withInput(name).withDetail(reason), cause);
    }
}
