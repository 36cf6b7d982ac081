package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.c.DependencyFile;
import io.github.bpflinker.maven.project.SourceTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Determines the files of a crate without running cargo.
 *
 * @param crate the directory of the crate
 * @param home the directories of Rust
 */
record CrateFiles(Path crate, RustHome home) {

    private static final String MANIFEST = "Cargo.toml";
    private static final List<String> CONFIGURATION = List.of(
            MANIFEST, "Cargo.lock", ".cargo/config.toml", ".cargo/config", "rust-toolchain.toml", "rust-toolchain");
    private static final String ENVIRONMENT = "# env-dep:";

    /** The configuration files of the crate, existing or not, including the lock file. */
    List<Path> configuration() {
        List<Path> files = new ArrayList<>();
        for (Path folder = crate; folder != null; folder = folder.getParent()) {
            for (String name : CONFIGURATION) {
                files.add(folder.resolve(name));
            }
        }
        files.add(home.cargo().resolve("config.toml"));
        files.add(home.cargo().resolve("config"));
        files.add(home.rustup().resolve("settings.toml"));
        return files;
    }

    /** Cargo's configuration files, in descending precedence. */
    List<Path> cargoConfiguration() {
        return configuration().stream()
                .filter(file -> file.endsWith(".cargo/config.toml")
                        || file.endsWith(".cargo/config")
                        || home.cargo().equals(file.getParent()))
                .distinct()
                .toList();
    }

    static boolean isLock(Path file) {
        return file.endsWith("Cargo.lock");
    }

    /** Whether cargo would find a lock file. */
    boolean hasLock() {
        return configuration().stream().anyMatch(file -> isLock(file) && Files.exists(file));
    }

    /** The names of the source files, from which cargo infers targets. */
    List<String> listing() {
        Path sources = crate.resolve("src");
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(sources)) {
            SourceTree.filesUnder(sources)
                    .forEach(file -> names.add(crate.relativize(file).toString()));
        }
        if (Files.exists(crate.resolve("build.rs"))) {
            names.add("build.rs");
        }
        return names;
    }

    /** The inputs of an output, from cargo's dependency file; empty if that is missing or invalid. */
    List<Path> sources(Path output) throws IOException {
        String name = String.valueOf(output.getFileName());
        int dot = name.lastIndexOf('.');
        Path list = output.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".d");
        try {
            return Files.isRegularFile(list) ? DependencyFile.parse(text(list), crate) : List.of();
        } catch (InvalidPathException e) {
            return List.of(); // damaged
        }
    }

    /** The manifests of the packages that contain {@code sources}. */
    static Set<Path> manifests(List<Path> sources) {
        Set<Path> manifests = new LinkedHashSet<>();
        for (Path source : sources) {
            for (Path folder = source.getParent(); folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve(MANIFEST))) {
                    manifests.add(folder.resolve(MANIFEST));
                    break;
                }
            }
        }
        return manifests;
    }

    /** Whether a package has a build script, whose inputs only cargo knows. */
    static boolean hasBuildScript(Path manifest) throws IOException {
        return Files.exists(manifest.resolveSibling("build.rs"))
                || Files.readString(manifest, StandardCharsets.UTF_8).lines().anyMatch(line -> line.strip()
                        .matches("build\\s*=\\s*\".*"));
    }

    /** The environment variables that the sources read, as {@code NAME=VALUE} or {@code NAME}. */
    static List<String> environmentOf(Path output) throws IOException {
        Path dependencies = output.resolveSibling("deps");
        String stem = String.valueOf(output.getFileName())
                .replaceFirst("\\.[a-z]+$", "")
                .replace('-', '_');
        Set<String> variables = new LinkedHashSet<>();
        if (Files.isDirectory(dependencies)) {
            try (Stream<Path> files = Files.list(dependencies)) {
                for (Path file : files.sorted().toList()) {
                    String name = String.valueOf(file.getFileName());
                    if (name.endsWith(".d") && name.startsWith(stem)) {
                        text(file)
                                .lines()
                                .filter(line -> line.startsWith(ENVIRONMENT))
                                .map(line -> line.substring(ENVIRONMENT.length()))
                                .forEach(variables::add);
                    }
                }
            }
        }
        return List.copyOf(variables);
    }

    /** The text of a file; invalid UTF-8 is replaced, since a damaged list contains paths that do not exist. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Whether a line of {@link #environmentOf} matches the current environment. */
    static boolean holds(String variable, RustSettings settings) {
        int equals = variable.indexOf('=');
        String name = equals < 0 ? variable : variable.substring(0, equals);
        Optional<String> value = Optional.ofNullable(settings.environment().get(name));
        boolean setByCargo = name.startsWith("CARGO_") || name.equals("OUT_DIR");
        return setByCargo || value.equals(equals < 0 ? Optional.empty() : Optional.of(variable.substring(equals + 1)));
    }
}
