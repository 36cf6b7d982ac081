package io.github.bpflinker.maven.headers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A clang, which sees only the folders that it is told of and its own. */
record Clang(Path path) {

    private static final List<String> STRICT =
            List.of("-nostdlibinc", "-Wall", "-Wextra", "-Werror", "-O2", "-g", "-mcpu=v3");

    /** Compiles strictly; {@code options} add the target, the language, folders and definitions. */
    Run compile(Path source, Path object, List<String> options) {
        List<String> command = new ArrayList<>(List.of(path.toString()));
        command.addAll(STRICT);
        command.addAll(options);
        command.addAll(List.of("-c", source.toString(), "-o", object.toString()));
        return Run.of(command);
    }

    /** Runs it with {@code options} alone. */
    Run with(List<String> options) {
        List<String> command = new ArrayList<>(List.of(path.toString(), "-nostdlibinc"));
        command.addAll(options);
        return Run.of(command);
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
