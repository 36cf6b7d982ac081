package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An internal text file of the plugin that later goals and builds read. Its first line contains the name of its format
 * and a digest of the other lines; a file with another first line is not read.
 *
 * @param file its path
 * @param form the name of its format
 */
public record ChecksummedTextFile(Path file, String form) {

    private static final long LONGEST = 1L << 26;

    /** The content of a file. */
    public sealed interface Content {
        /** A valid file. */
        record Lines(List<String> lines) implements Content {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /** A missing file. */
        record Nothing() implements Content {}

        /** A file that is damaged or was not written by the plugin. */
        record Damaged() implements Content {}
    }

    /** The lines, if the file is valid. */
    public Optional<List<String>> lines() {
        return read() instanceof Content.Lines good ? Optional.of(good.lines()) : Optional.empty();
    }

    /** Reads the file. */
    public Content read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Content.Nothing();
        }
        try {
            // Reading a pipe would block.
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return new Content.Damaged();
            }
            List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<String> lines = all.isEmpty() ? all : all.subList(1, all.size());
            boolean good = !all.isEmpty() && all.get(0).equals(head(lines));
            return good
                    ? new Content.Lines(
                            lines.stream().map(ChecksummedTextFile::plain).toList())
                    : new Content.Damaged();
        } catch (IOException e) {
            return new Content.Damaged();
        }
    }

    /**
     * Writes the file.
     *
     * @throws BuildFailure if it can't be written
     */
    public void write(List<String> lines) {
        List<String> escaped = lines.stream().map(ChecksummedTextFile::escaped).toList();
        List<String> all = new ArrayList<>(List.of(head(escaped)));
        all.addAll(escaped);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path partial = file.resolveSibling(file.getFileName() + ".tmp");
            remove(partial);
            Files.write(partial, all, StandardCharsets.UTF_8);
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                remove(file);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    private String head(List<String> lines) {
        return form + " " + Digest.ofTexts(lines);
    }

    /** Escapes line breaks, which file names can contain. */
    private static String escaped(String line) {
        return line.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String plain(String line) {
        return line.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }

    /** Deletes a file, or a directory in its place. */
    static void remove(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failed) throws IOException {
                Files.delete(each);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
