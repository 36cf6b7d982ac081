package io.github.bpflinker.link;

import io.github.bpflinker.Input;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.LlvmChoice;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SameFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Refuses what would write over what it reads: that would be lost, and the next build would read the output. */
public final class OverwrittenInputs {

    private OverwrittenInputs() {}

    /**
     * Checks every file that a link writes, whatever it is called.
     *
     * @throws LinkException {@link Problem#OUTPUT_IS_INPUT}
     */
    static void check(LinkRequest request) {
        check(request, OutputNames.files(request));
    }

    /**
     * Checks files that somebody else writes for a link, such as a log.
     *
     * @throws LinkException {@link Problem#OUTPUT_IS_INPUT}
     */
    public static void check(LinkRequest request, List<Path> written) {
        SameFile.checkOverwritten(read(request), written);
    }

    private static List<Path> read(LinkRequest request) {
        List<Path> files = new ArrayList<>();
        for (Input input : request.inputs()) {
            if (input instanceof Input.OfFile file) {
                files.add(file.file());
            }
        }
        files.addAll(request.exportFiles());
        if (request.llvm() instanceof LlvmChoice.AtPath library) {
            files.add(library.path());
        }
        return files;
    }
}
