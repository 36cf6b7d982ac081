package io.github.bpflinker.maven.operation;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Removes what an earlier build wrote and this one does not: the object of a source that was renamed. */
final class StaleOutputs {

    private final Path list;
    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> all = new TreeSet<>();

    private StaleOutputs(Path list, List<Path> wanted) {
        this.list = list;
        wanted.forEach(path -> this.wanted.add(path.toString()));
    }

    /**
     * Notes what will be written, before it is: whatever fails from here on, the next build knows of it.
     *
     * @param list the file that names what was written last time
     * @param wanted what is written this time
     */
    static StaleOutputs of(Path list, List<Path> wanted) {
        StaleOutputs outputs = new StaleOutputs(list, wanted);
        List<String> before = outputs.read();
        outputs.all.addAll(before);
        outputs.all.addAll(outputs.wanted);
        outputs.write(before, outputs.all);
        return outputs;
    }

    /** Removes the rest; once everything that is wanted is there. */
    void remove() {
        for (String old : all) {
            if (!wanted.contains(old)) {
                remove(Path.of(old));
            }
        }
        write(new ArrayList<>(all), wanted);
    }

    private static void remove(Path old) {
        try {
            if (Files.exists(old)) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw BuildFailure.unwritable(old, e);
        }
    }

    private List<String> read() {
        try {
            return Files.exists(list) ? Files.readAllLines(list, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            throw BuildFailure.unreadable(list, e);
        }
    }

    private void write(List<String> before, SortedSet<String> now) {
        if (before.equals(new ArrayList<>(now))) {
            return;
        }
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.write(list, now, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw BuildFailure.unwritable(list, e);
        }
    }
}
