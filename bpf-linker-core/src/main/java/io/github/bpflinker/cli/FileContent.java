package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.input.FileBytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** Reads files that are named on the command line. */
final class FileContent {

    private FileContent() {}

    /** @throws LinkException if it is missing, a directory, empty or unreadable */
    static ByteBuffer read(Path file) {
        ByteBuffer content = FileBytes.of(file.toString(), file);
        if (!content.hasRemaining()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_EMPTY).withInput(file.toString()));
        }
        return content;
    }
}
