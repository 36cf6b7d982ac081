package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The directory for dumps of the module. */
final class DumpFolder {

    /** The merged module before optimization. */
    static final String BEFORE = "pre-opt.ll";

    /** The module before code generation. */
    static final String AFTER = "post-opt.ll";

    private DumpFolder() {}

    /** The files that a link writes to the directory. */
    static List<Path> files(Path folder) {
        return List.of(folder.resolve(BEFORE), folder.resolve(AFTER));
    }

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
