package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Writes a set of files atomically: each is written to a temporary file in the directory of its target, and all are
 * renamed when they are complete. If a rename fails, the previous files are restored. Symbolic links are followed;
 * pipes, devices and open descriptors are written directly.
 */
public final class AtomicOutputFiles {

    private final List<Replacement> replacements = new ArrayList<>();

    private AtomicOutputFiles() {}

    /**
     * Writes the outputs.
     *
     * @param contents the content by target, in the order in which they are published
     * @throws LinkException {@link Problem#OUTPUT_UNWRITABLE}
     */
    public static void write(Map<Path, ByteBuffer> contents) {
        AtomicOutputFiles files = new AtomicOutputFiles();
        try {
            files.writeAll(contents);
        } finally {
            files.replacements.forEach(Replacement::clean);
        }
    }

    /**
     * Creates a folder for outputs and its parents, if they do not exist.
     *
     * @throws LinkException {@link Problem#OUTPUT_UNWRITABLE}
     */
    public static void makeFolder(Path folder) {
        attempt(folder, () -> Files.createDirectories(folder));
    }

    private void writeAll(Map<Path, ByteBuffer> contents) {
        contents.forEach((target, content) -> attempt(target, () -> {
            OutputDestination destination = OutputDestination.of(target);
            if (destination.isFile()) {
                replacements.add(Replacement.of(target, destination.path()));
                writeNew(replacements.get(replacements.size() - 1).temporary(), content);
            }
        }));
        contents.forEach((target, content) -> attempt(target, () -> {
            OutputDestination destination = OutputDestination.of(target);
            if (!destination.isFile()) {
                destination.append(content);
            }
        }));
        if (replacements.size() > 1) {
            // A single file is replaced by one atomic system call.
            replacements.forEach(each -> attempt(each.target(), each::keepOld));
        }
        publish();
    }

    private void publish() {
        int published = 0;
        try {
            for (Replacement each : replacements) {
                attempt(each.target(), each::publish);
                published++;
            }
        } finally {
            if (published < replacements.size()) {
                replacements.subList(0, published).forEach(each -> attempt(each.target(), each::restore));
            }
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void attempt(Path target, Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.OUTPUT_UNWRITABLE)
                            .withInput(target.toString())
                            .withDetail(reason(e)),
                    e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "its folder does not exist" : SystemReason.of(e);
    }

    private static void writeNew(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = content.duplicate();
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /**
     * A pending replacement of a file.
     *
     * @param target the path given by the user
     * @param real the resolved path
     * @param temporary the temporary file with the new content, until it is renamed
     * @param old a hard link to the previous file, if one is kept
     */
    private record Replacement(Path target, Path real, Path temporary, Path old) {

        /**
         * The temporary names do not contain the target's name, which may already have the maximum length. They need
         * not be unpredictable, because they are created only if they do not exist; the first use of a secure random
         * number costs 15 ms.
         */
        static Replacement of(Path target, Path real) {
            String name = ".bpf-linker-"
                    + Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), Character.MAX_RADIX);
            return new Replacement(
                    target, real, real.resolveSibling(name + ".tmp"), real.resolveSibling(name + ".old"));
        }

        void keepOld() throws IOException {
            if (Files.exists(real)) {
                try {
                    Files.createLink(old, real);
                } catch (IOException | UnsupportedOperationException e) {
                    // Some file systems do not support hard links, and some systems do not permit links to files of
                    // other users.
                    Files.copy(real, old, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }

        void publish() throws IOException {
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        void restore() throws IOException {
            if (Files.exists(old)) {
                Files.move(old, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(real);
            }
        }

        void clean() {
            delete(temporary);
            delete(old);
        }

        private static void delete(Path file) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // The temporary file remains; the original failure is reported.
                file.toFile().deleteOnExit();
            }
        }
    }
}
