package io.github.bpflinker.maven.c;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.natives.Natives;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Selects the C compiler of a project. */
public final class ClangSelector {

    /** clang from Maven Central. */
    public static final String EMBEDDED = "embedded";

    /** The installed clang. */
    public static final String SYSTEM = "system";

    private static final int NEWEST = 40;
    private static final int OLDEST = 12;

    private ClangSelector() {}

    /**
     * Returns the compiler for a value of the parameter.
     *
     * @param choice {@code embedded}, {@code system}, or the path or name of a program
     * @throws BuildFailure if it does not exist
     */
    public static Clang choose(String choice, Natives natives, Path base, Optional<String> searchPath) {
        if (choice.equals(EMBEDDED)) {
            return new Embedded(natives);
        }
        if (choice.equals(SYSTEM)) {
            return new Installed(system(searchPath));
        }
        try {
            Path path = base.resolve(choice);
            if (Files.isExecutable(path) && Files.isRegularFile(path)) {
                return new Installed(path);
            }
        } catch (InvalidPathException e) {
            throw new BuildFailure(new MachineReason.ClangUnusable(choice, "no file can have that name"), e);
        }
        return new Installed(onPath(choice, searchPath)
                .orElseThrow(() -> new BuildFailure(new MachineReason.ClangUnusable(choice, "no such program"))));
    }

    private static Path system(Optional<String> searchPath) {
        List<String> names = new ArrayList<>(List.of("clang"));
        for (int version = NEWEST; version >= OLDEST; version--) {
            names.add("clang-" + version);
        }
        for (String name : names) {
            Optional<Path> found = onPath(name, searchPath);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new BuildFailure(new MachineReason.ClangUnusable(
                SYSTEM, "no clang on the PATH; Debian and Ubuntu: apt-get install clang"));
    }

    private static Optional<Path> onPath(String name, Optional<String> searchPath) {
        for (String folder : searchPath.orElse("").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                Path program = Path.of(folder, name);
                if (Files.isRegularFile(program) && Files.isExecutable(program)) {
                    return Optional.of(program);
                }
            }
        }
        return Optional.empty();
    }

    private record Embedded(Natives natives) implements Clang {
        @Override
        public String identity() {
            return EMBEDDED + " " + natives.identity();
        }

        @Override
        public Optional<Path> program() {
            return Optional.empty();
        }

        @Override
        public ProcessBuilder command(List<String> arguments) {
            return natives.clang().command(arguments);
        }

        @Override
        public Optional<Path> ownFolder() {
            Path bin = natives.clang().executable().getParent();
            return Optional.ofNullable(bin).map(Path::getParent);
        }
    }

    private record Installed(Path path) implements Clang {
        @Override
        public String identity() {
            return path.toString();
        }

        @Override
        public Optional<Path> program() {
            return Optional.of(path);
        }

        @Override
        public ProcessBuilder command(List<String> arguments) {
            List<String> words = new ArrayList<>(List.of(path.toString()));
            words.addAll(arguments);
            return new ProcessBuilder(words);
        }

        @Override
        public Optional<Path> ownFolder() {
            return Optional.empty();
        }
    }
}
