package io.github.bpflinker.maven.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where clang looks for headers, in this order: the project's folders, the system's own, Debian's multiarch folder,
 * which clang for BPF does not know, and last the headers that come with this plugin; so that installed ones win.
 */
public final class HeaderSearch {

    private static final List<Path> SYSTEM = List.of(Path.of("/usr/local/include"), Path.of("/usr/include"));

    private final List<Path> first;
    private final List<Path> last;

    /**
     * @param first folders that come before the system's
     * @param bundled the headers of this plugin
     * @param processor Java's name of this machine's processor
     */
    public HeaderSearch(List<Path> first, Optional<Path> bundled, String processor) {
        this.first = first.stream().filter(Files::isDirectory).toList();
        List<Path> after = new ArrayList<>();
        Path multiarch = Path.of("/usr/include", multiarch(processor));
        if (Files.isDirectory(multiarch)) {
            after.add(multiarch);
        }
        bundled.ifPresent(after::add);
        this.last = List.copyOf(after);
    }

    private static String multiarch(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64-linux-gnu";
            case "ppc64le" -> "powerpc64le-linux-gnu";
            default -> processor + "-linux-gnu";
        };
    }

    /** The options for clang. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        for (Path folder : first) {
            options.addAll(List.of("-I", folder.toString()));
        }
        for (Path folder : last) {
            options.addAll(List.of("-idirafter", folder.toString()));
        }
        return options;
    }

    /**
     * What must stay away for the same headers to be read again: a file of the same name as one of {@code read} in a
     * folder that is searched earlier, or the folder that such a file would be in.
     */
    Set<Path> wouldShadow(Path source, Collection<Path> read) {
        List<Path> order = new ArrayList<>();
        Optional.ofNullable(source.getParent()).ifPresent(order::add);
        order.addAll(first);
        order.addAll(SYSTEM);
        order.addAll(last);
        Set<Path> shadows = new LinkedHashSet<>();
        for (Path file : read) {
            if (!file.equals(source)) {
                addShadows(file, order, shadows);
            }
        }
        return shadows;
    }

    private static void addShadows(Path file, List<Path> order, Set<Path> shadows) {
        Optional<Path> home = order.stream()
                .filter(file::startsWith)
                .max((a, b) -> Integer.compare(a.getNameCount(), b.getNameCount()));
        if (home.isPresent()) {
            Path name = home.get().relativize(file);
            for (Path folder : order.subList(0, order.indexOf(home.get()))) {
                missing(folder, name).ifPresent(shadows::add);
            }
        }
    }

    /** The first part of the way from {@code folder} to {@code name} that does not exist; empty if all of it does. */
    private static Optional<Path> missing(Path folder, Path name) {
        Path way = folder;
        for (Path part : name) {
            way = way.resolve(part);
            if (!Files.exists(way)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }
}
