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
 * A text file of this plugin's own, which later goals and builds read again. Its first line holds the name of its form
 * and a digest of the others: whatever else stands there counts as nothing.
 *
 * @param file where it is
 * @param form what its lines mean; another form is not read
 */
public record DigestedLines(Path file, String form) {

    private static final long LONGEST = 1L << 26;

    /** What a file holds. */
    public sealed interface Content {
        /** The lines that were written. */
        record Lines(List<String> lines) implements Content {
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /** No file. */
        record Nothing() implements Content {}

        /** Something that was not written here. */
        record Damaged() implements Content {}
    }

    /** The lines, if they are there and undamaged. */
    public Optional<List<String>> lines() {
        return read() instanceof Content.Lines good ? Optional.of(good.lines()) : Optional.empty();
    }

    /** Reads it. */
    public Content read() {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Content.Nothing();
        }
        try {
            // Reading a pipe would wait for ever.
            if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
                return new Content.Damaged();
            }
            List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
            List<String> lines = all.isEmpty() ? all : all.subList(1, all.size());
            boolean good = !all.isEmpty() && all.get(0).equals(head(lines));
            return good
                    ? new Content.Lines(lines.stream().map(DigestedLines::plain).toList())
                    : new Content.Damaged();
        } catch (IOException e) {
            return new Content.Damaged();
        }
    }

    /**
     * Writes it.
     *
     * @throws BuildFailure if it can't be
     */
    public void write(List<String> lines) {
        List<String> escaped = lines.stream().map(DigestedLines::escaped).toList();
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

    /** Names of files may hold line breaks. */
    private static String escaped(String line) {
        return line.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D");
    }

    private static String plain(String line) {
        return line.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
    }

    /** Removes a file, or a folder in its place. */
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
