package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SameFile;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.RequestedLlvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks that no output of a link is one of its inputs. */
public final class OverwrittenInputs {

    private OverwrittenInputs() {}

    /**
     * Checks all files that a link writes.
     *
     * @throws LinkException {@link Problem#OUTPUT_IS_INPUT}
     */
    static void check(LinkRequest request) {
        check(request, OutputNames.files(request));
    }

    /**
     * Checks files that others write for a link, such as a log.
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
        request.get(LinkOption.EXPORT_SYMBOLS).ifPresent(files::add);
        if (request.llvm() instanceof RequestedLlvm.AtPath library) {
            files.add(library.path());
        }
        return files;
    }
}
