package io.github.bpflinker.maven.operation;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Removes what an earlier build wrote and this one does not: the object of a source that was renamed. */
final class StaleOutputs {

    private StaleOutputs() {}

    /**
     * @param list the file that names what was written last time
     * @param wanted what is written this time
     */
    static void remove(Path list, List<Path> wanted) {
        List<String> names = wanted.stream().map(Path::toString).sorted().toList();
        try {
            List<String> before = Files.exists(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
            if (before.equals(names)) {
                return;
            }
            for (String old : before) {
                if (!names.contains(old)) {
                    Files.deleteIfExists(Path.of(old));
                }
            }
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.write(list, names, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BuildFailure(Reason.PATH_UNWRITABLE, e, List.of(list.toString(), String.valueOf(e.getMessage())));
        }
    }
}
