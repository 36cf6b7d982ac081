package io.github.bpflinker.maven.link;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.ChecksummedTextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Removes what an earlier build wrote and this one does not: the object of a source that was renamed. */
final class StaleOutputs {

    private static final String FORM = "bpf-outputs 1";

    private final Path list;
    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> all = new TreeSet<>();

    private StaleOutputs(Path list, List<Path> wanted) {
        this.list = list.toAbsolutePath().normalize();
        wanted.forEach(path -> this.wanted.add(name(path)));
    }

    /**
     * Notes what will be written, before it is: whatever fails from here on, the next build knows of it.
     *
     * @param list the file that names what was written last time
     * @param wanted what is written this time
     * @param states is told if the list is damaged
     */
    static StaleOutputs of(Path list, List<Path> wanted, BuildStateFiles states) {
        StaleOutputs outputs = new StaleOutputs(list, wanted);
        ChecksummedTextFile.Content content = outputs.kept().read();
        if (content instanceof ChecksummedTextFile.Content.Damaged) {
            states.tellOfDamage(list);
        }
        List<String> before = content instanceof ChecksummedTextFile.Content.Lines good ? good.lines() : List.of();
        outputs.all.addAll(before);
        outputs.all.addAll(outputs.wanted);
        outputs.write(before, outputs.all);
        return outputs;
    }

    /** Removes the rest; once everything that is wanted is there. */
    void remove() {
        for (String old : all) {
            if (!wanted.contains(old)) {
                remove(list.resolveSibling(old).normalize());
            }
        }
        write(new ArrayList<>(all), wanted);
    }

    private static void remove(Path old) {
        try {
            if (Files.exists(old, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(old, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(old);
            }
        } catch (IOException e) {
            throw BuildFailure.unwritable(old, e);
        }
    }

    /** As seen from the list: a project that was copied has nothing to do with the outputs of the first one. */
    private String name(Path output) {
        Path absolute = output.toAbsolutePath().normalize();
        boolean sameRoot = Objects.equals(list.getRoot(), absolute.getRoot());
        Path name = sameRoot ? list.resolveSibling("").relativize(absolute) : absolute;
        return name.toString();
    }

    private void write(List<String> before, SortedSet<String> now) {
        if (!before.equals(new ArrayList<>(now)) || !Files.exists(list)) {
            kept().write(List.copyOf(now));
        }
    }

    private ChecksummedTextFile kept() {
        return new ChecksummedTextFile(list, FORM);
    }
}
