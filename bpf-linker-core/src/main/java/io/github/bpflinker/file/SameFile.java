package io.github.bpflinker.file;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells whether two names are those of one file: relative and absolute, through links of either kind. */
public final class SameFile {

    private SameFile() {}

    /** Whether both name one regular file, so that writing to one changes what is read from the other. */
    public static boolean is(Path one, Path other) {
        try {
            return Files.isRegularFile(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // What can't be looked at is told when it is opened.
            return false;
        }
    }

    /**
     * Refuses to write over what is read: that would be lost.
     *
     * @throws LinkException {@link Problem#OUTPUT_IS_INPUT}
     */
    public static void checkOverwritten(List<Path> read, List<Path> written) {
        for (Path output : written) {
            read.stream().filter(input -> is(input, output)).findFirst().ifPresent(input -> {
                throw new LinkException(Diagnostic.error(Problem.OUTPUT_IS_INPUT)
                        .withInput(output.toString())
                        .withRelated(List.of(input.toString())));
            });
        }
    }
}
