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
import java.util.UUID;

/**
 * Writes files all or none: each goes to a temporary file beside its target first, and only when all are complete do
 * they take their targets' names; if one can't, the others get back what was there before. A symbolic link stays, what
 * it points to is written; pipes, devices and open files are written as they are.
 */
public final class OutputFiles {

    private final List<Replacement> replacements = new ArrayList<>();

    private OutputFiles() {}

    /**
     * Writes.
     *
     * @param contents what goes where, in the order in which the targets appear
     * @throws LinkException {@link Problem#OUTPUT_UNWRITABLE}
     */
    public static void write(Map<Path, ByteBuffer> contents) {
        OutputFiles files = new OutputFiles();
        try {
            files.writeAll(contents);
        } finally {
            files.replacements.forEach(Replacement::clean);
        }
    }

    private void writeAll(Map<Path, ByteBuffer> contents) {
        contents.forEach((target, content) -> attempt(target, () -> {
            Destination destination = Destination.of(target);
            if (destination.isFile()) {
                replacements.add(Replacement.of(target, destination.path()));
                writeNew(replacements.get(replacements.size() - 1).temporary(), content);
            }
        }));
        contents.forEach((target, content) -> attempt(target, () -> {
            Destination destination = Destination.of(target);
            if (!destination.isFile()) {
                destination.append(content);
            }
        }));
        if (replacements.size() > 1) {
            // One alone is replaced by one system call, which does it or does not.
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
     * A file that takes the place of another.
     *
     * @param target what the user calls it
     * @param real the file itself
     * @param temporary its new content; gone when it is published
     * @param old a second name of what was there before, if that is kept
     */
    private record Replacement(Path target, Path real, Path temporary, Path old) {

        /** The names have nothing of the target's: that can be as long as the system allows already. */
        static Replacement of(Path target, Path real) {
            String name = ".bpf-linker-" + UUID.randomUUID();
            return new Replacement(
                    target, real, real.resolveSibling(name + ".tmp"), real.resolveSibling(name + ".old"));
        }

        void keepOld() throws IOException {
            if (Files.exists(real)) {
                try {
                    Files.createLink(old, real);
                } catch (IOException | UnsupportedOperationException e) {
                    // Some file systems have no second names, and some systems allow none of others' files.
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
                // It stays behind; the failure that led here is the one to report.
                file.toFile().deleteOnExit();
            }
        }
    }
}
