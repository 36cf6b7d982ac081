package io.github.bpflinker.maven.rust;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directories and programs of Rust on this machine.
 *
 * @param environment the environment variables
 * @param home the user's home directory
 */
record RustHome(Map<String, String> environment, Path home) {

    static RustHome of(Map<String, String> environment) {
        return new RustHome(environment, Path.of(System.getProperty("user.home", ".")));
    }

    /** Cargo's home directory, with its configuration and downloads. */
    Path cargo() {
        return folder("CARGO_HOME", ".cargo");
    }

    /** Rustup's home directory. */
    Path rustup() {
        return folder("RUSTUP_HOME", ".rustup");
    }

    private Path folder(String variable, String usual) {
        String named = environment.getOrDefault(variable, "");
        return named.isEmpty() ? home.resolve(usual) : Path.of(named);
    }

    /** All candidates for rustc: set by the user, on the PATH, of the system, in rustup's toolchains; in this order. */
    List<Path> compilers() {
        Set<Path> found = new LinkedHashSet<>();
        String named = environment.getOrDefault("RUSTC", "");
        if (!named.isEmpty()) {
            found.addAll(named.contains(File.separator) ? List.of(Path.of(named)) : onPath(named));
        }
        found.addAll(onPath("rustc"));
        found.add(Path.of("/usr/local/bin/rustc"));
        found.add(Path.of("/usr/bin/rustc"));
        found.add(cargo().resolve("bin").resolve("rustc"));
        for (Path toolchain : toolchains()) {
            found.add(toolchain.resolve("bin").resolve("rustc"));
        }
        return found.stream().filter(Files::isExecutable).toList();
    }

    /** All candidates for cargo: on the PATH and of the system. */
    List<Path> cargos() {
        Set<Path> found = new LinkedHashSet<>(onPath("cargo"));
        found.add(Path.of("/usr/bin/cargo"));
        found.add(cargo().resolve("bin").resolve("cargo"));
        return found.stream().filter(Files::isExecutable).toList();
    }

    private List<Path> onPath(String program) {
        List<Path> found = new ArrayList<>();
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (!folder.isEmpty()) {
                found.add(Path.of(folder, program));
                found.add(Path.of(folder, program + ".exe"));
            }
        }
        return found.stream().filter(Files::isExecutable).toList();
    }

    private List<Path> toolchains() {
        Path folder = rustup().resolve("toolchains");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
