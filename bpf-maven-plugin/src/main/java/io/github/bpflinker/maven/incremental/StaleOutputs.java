package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Removes outputs of earlier builds that this build does not write, such as the object of a renamed source. */
public final class StaleOutputs {

    private static final String FORM = "bpf-outputs 1";

    private final Path list;
    private final SortedSet<String> wanted = new TreeSet<>();
    private final SortedSet<String> all = new TreeSet<>();

    private StaleOutputs(Path list, List<Path> wanted) {
        this.list = list.toAbsolutePath().normalize();
        wanted.forEach(path -> this.wanted.add(name(path)));
    }

    /**
     * Records the outputs before they are written, so that the next build knows them even if this one fails.
     *
     * @param list the file that lists the previous outputs
     * @param wanted the outputs of this build
     * @param states reports a damaged list
     */
    public static StaleOutputs of(Path list, List<Path> wanted, BuildStateFiles states) {
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

    /**
     * Removes the stale outputs. Must be called after all outputs have been written.
     *
     * @return what earlier builds wrote and this one does not, whether it was still there or not
     */
    public List<Path> remove() {
        List<Path> stale = all.stream()
                .filter(old -> !wanted.contains(old))
                .map(old -> list.resolveSibling(old).normalize())
                .toList();
        stale.forEach(StaleOutputs::remove);
        write(new ArrayList<>(all), wanted);
        return stale;
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

    /** The path relative to the list, so that a copied project does not remove outputs of the original. */
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
