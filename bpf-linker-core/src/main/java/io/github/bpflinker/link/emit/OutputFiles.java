package io.github.bpflinker.link.emit;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Writes files all or none: each goes to a temporary file beside its target first, and only when all are complete do
 * they take their targets' names. What was there before stays whole until then.
 */
public final class OutputFiles {

    private OutputFiles() {}

    /**
     * Writes.
     *
     * @param contents what goes where, in the order in which the targets appear
     * @throws LinkException {@link Problem#OUTPUT_UNWRITABLE}
     */
    public static void write(Map<Path, ByteBuffer> contents) {
        Map<Path, Path> temporaries = new LinkedHashMap<>();
        try {
            contents.forEach((target, content) -> writeTemporary(target, content, temporaries));
            temporaries.forEach(OutputFiles::publish);
        } finally {
            temporaries.values().forEach(OutputFiles::deleteQuietly);
        }
    }

    private static void writeTemporary(Path target, ByteBuffer content, Map<Path, Path> temporaries) {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target) && !Files.isDirectory(target)) {
                // A device or pipe, such as /dev/null: nothing to keep, and nothing to rename over.
                writeTo(target, content, StandardOpenOption.WRITE);
                return;
            }
            if (Files.isDirectory(target)) {
                throw new FileSystemException(target.toString(), null, "is a directory");
            }
            Path real = Files.isSymbolicLink(target) && Files.exists(target) ? target.toRealPath() : target;
            Path temporary = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID() + ".tmp");
            temporaries.put(real, temporary);
            writeTo(temporary, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static void writeTo(Path file, ByteBuffer content, StandardOpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer rest = content.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private static void publish(Path target, Path temporary) {
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // It stays behind; the failure that led here is the one to report.
            temporary.toFile().deleteOnExit();
        }
    }

    private static LinkException unwritable(Path target, IOException e) {
        return new LinkException(
                Diagnostic.error(Problem.OUTPUT_UNWRITABLE)
                        .withInput(target.toString())
                        .withDetail(reason(e)),
                e);
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "its folder does not exist" : SystemReason.of(e);
    }
}
