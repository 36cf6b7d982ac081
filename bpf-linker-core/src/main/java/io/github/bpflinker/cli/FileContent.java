package io.github.bpflinker.cli;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that are named on the command line. */
final class FileContent {

    private FileContent() {}

    /** @throws LinkException if it is missing, a directory, empty or unreadable */
    static ByteBuffer read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw failure(Diagnostic.error(Problem.INPUT_IS_DIRECTORY), file);
            }
            byte[] content = Files.readAllBytes(file);
            if (content.length == 0) {
                throw failure(Diagnostic.error(Problem.INPUT_EMPTY), file);
            }
            return ByteBuffer.wrap(content);
        } catch (NoSuchFileException e) {
            throw failure(Diagnostic.error(Problem.INPUT_MISSING), file);
        } catch (IOException e) {
            throw failure(Diagnostic.error(Problem.INPUT_UNREADABLE).withDetail(SystemReason.of(e)), file);
        }
    }

    private static LinkException failure(Diagnostic diagnostic, Path file) {
        return new LinkException(diagnostic.withInput(file.toString()));
    }
}
