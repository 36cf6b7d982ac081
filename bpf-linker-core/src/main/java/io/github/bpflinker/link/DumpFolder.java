package io.github.bpflinker.link;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for dumps of the module. */
final class DumpFolder {

    private DumpFolder() {}

    static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.OUTPUT_UNWRITABLE)
                            .withInput(folder.toString())
                            .withDetail(SystemReason.of(e)),
                    e);
        }
    }
}
