package io.github.bpflinker.maven.c;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The header search path of clang, in this order: the project's directories, those in {@code <cflags>}, the headers of
 * dependencies, the headers bundled with this plugin, and those of the system, including Debian's multiarch directory,
 * which clang does not search for the BPF target.
 */
public final class IncludeFolders {

    private static final List<Path> STANDARD = List.of(Path.of("/usr/local/include"), Path.of("/usr/include"));
    private static final List<String> FOLDER_OPTIONS = List.of("-I", "-iquote", "-isystem");

    private final List<Path> project;
    private final List<Path> own;
    private final List<Path> multiarch;
    private final SystemHeaderPosition system;

    /**
     * @param project directories that are searched first
     * @param dependencies the headers of dependencies
     * @param bundled the headers of this plugin
     * @param system the use of installed headers
     * @param processor the value of {@code os.arch}
     */
    public IncludeFolders(
            List<Path> project,
            List<Path> dependencies,
            Optional<Path> bundled,
            SystemHeaderPosition system,
            String processor) {
        this.project = project.stream().filter(Files::isDirectory).toList();
        List<Path> ownFolders =
                new ArrayList<>(dependencies.stream().filter(Files::isDirectory).toList());
        bundled.ifPresent(ownFolders::add);
        this.own = List.copyOf(ownFolders);
        this.multiarch = Stream.of(Path.of("/usr/include", multiarch(processor)))
                .filter(Files::isDirectory)
                .toList();
        this.system = system;
    }

    private static String multiarch(String processor) {
        return switch (processor) {
            case "amd64", "x86_64" -> "x86_64-linux-gnu";
            case "ppc64le" -> "powerpc64le-linux-gnu";
            default -> processor + "-linux-gnu";
        };
    }

    /** The options that precede the user's. */
    List<String> firstOptions() {
        return options("-I", project);
    }

    /** The options that follow the user's. */
    List<String> lastOptions() {
        return switch (system) {
            case LAST -> joined(options("-isystem", own), options("-idirafter", multiarch));
            case FIRST -> joined(options("-idirafter", multiarch), options("-idirafter", own));
            case NONE -> joined(List.of("-nostdlibinc"), options("-isystem", own));
        };
    }

    private static List<String> options(String option, List<Path> folders) {
        return folders.stream()
                .flatMap(folder -> Stream.of(option, folder.toString()))
                .toList();
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * The paths that must not come into existence for a build to stay up to date: files with the name of one of {@code
     * read} in directories that are searched earlier, or these directories.
     *
     * @param flags the user's own options
     * @param base the directory to which relative paths in {@code flags} refer
     */
    Set<Path> wouldShadow(Path source, Collection<Path> read, List<String> flags, Path base) {
        List<Path> order = new ArrayList<>();
        Optional.ofNullable(source.getParent()).ifPresent(order::add);
        order.addAll(project);
        order.addAll(foldersOf(flags, base));
        order.addAll(
                switch (system) {
                    case LAST -> joined(own, joined(STANDARD, multiarch));
                    case FIRST -> joined(joined(STANDARD, multiarch), own);
                    case NONE -> own;
                });
        Set<Path> shadows = new LinkedHashSet<>();
        for (Path file : read) {
            if (!file.equals(source)) {
                addShadows(file, order, shadows);
            }
        }
        return shadows;
    }

    private static List<Path> foldersOf(List<String> flags, Path base) {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < flags.size(); i++) {
            String flag = flags.get(i);
            for (String option : FOLDER_OPTIONS) {
                if (flag.equals(option) && i + 1 < flags.size()) {
                    folders.add(base.resolve(flags.get(i + 1)).normalize());
                } else if (flag.startsWith(option) && flag.length() > option.length()) {
                    folders.add(base.resolve(flag.substring(option.length())).normalize());
                }
            }
        }
        return folders;
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

    /** The first path between {@code folder} and {@code name} that does not exist; empty if all exist. */
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
