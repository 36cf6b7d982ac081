package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists directories in a deterministic order. */
public final class SourceTree {

    private static final String C = ".c";

    private SourceTree() {}

    /** The entries of a directory, without hidden ones. */
    static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** The C files in a directory, without subdirectories; empty if it does not exist. */
    static List<Path> cFilesIn(Path folder) {
        return Files.isDirectory(folder)
                ? entries(folder).stream().filter(SourceTree::isC).toList()
                : List.of();
    }

    /** The C files in a directory and its subdirectories. */
    static List<Path> cFilesUnder(Path folder) {
        return filesUnder(folder).stream().filter(SourceTree::isC).toList();
    }

    /** All files in a directory and its subdirectories. */
    public static List<Path> filesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** The text of a source file. Invalid UTF-8 is replaced. */
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    static boolean isC(Path file) {
        return name(file).endsWith(C) && Files.isRegularFile(file);
    }

    private static BuildFailure unreadable(Path folder, Exception e) {
        Throwable reason = e instanceof UncheckedIOException ? e.getCause() : e;
        if (reason instanceof AccessDeniedException denied) {
            return new BuildFailure(new Reason.PathUnreadable(denied.getFile(), "permission denied"), e);
        }
        return new BuildFailure(new Reason.PathUnreadable(folder.toString(), String.valueOf(e.getMessage())), e);
    }
}
