package io.github.bpflinker.file;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Determines whether two paths denote the same file, through relative paths, symbolic links and hard links. */
public final class SameFile {

    private SameFile() {}

    /** Whether both paths denote the same regular file. */
    public static boolean is(Path one, Path other) {
        try {
            return Files.isRegularFile(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            // The error is reported when the file is opened.
            return false;
        }
    }

    /**
     * Checks that no output file is an input file.
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
