package io.github.bpflinker.maven.rust;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.process.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses a toolchain that can build for BPF, whatever the order on the PATH: most toolchains have no core for BPF. */
final class RustToolchainSelector {

    private final RustSettings settings;
    private final RustHome home;
    private final BuildLog log;

    RustToolchainSelector(RustSettings settings, RustHome home, BuildLog log) {
        this.settings = settings;
        this.home = home;
        this.log = log;
    }

    /**
     * Returns the first toolchain that can build for the target.
     *
     * @param object for messages
     * @param crate the directory of the crate, whose toolchain file is respected
     * @throws BuildFailure if there is no such toolchain
     */
    RustToolchain choose(String object, Path crate, Endianness endianness) {
        List<Path> compilers = settings.rustc().map(List::of).orElseGet(home::compilers);
        if (compilers.isEmpty()) {
            throw new BuildFailure(new MachineReason.CargoMissing(object, crate.toString()));
        }
        Set<Path> seen = new HashSet<>();
        List<String> useless = new ArrayList<>();
        for (Path compiler : compilers) {
            Optional<Path> sysroot = sysroot(compiler, crate, useless);
            if (sysroot.isPresent() && seen.add(sysroot.get())) {
                Path rustc = real(compiler, sysroot.get());
                String version = ask(crate, List.of(rustc.toString(), "-vV")).orElse("");
                if (canBuild(sysroot.get(), version, endianness)) {
                    RustToolchain chosen = new RustToolchain(
                            rustc,
                            cargo(sysroot.get(), object, crate),
                            sysroot.get(),
                            version,
                            hasCore(sysroot.get(), endianness));
                    log.debug("Rust for " + crate + ": " + chosen);
                    return chosen;
                }
                useless.add(rustc + ": no core for BPF, and "
                        + (isNightly(version) ? "no rust-src" : "not a nightly, which could build one"));
            }
        }
        throw new BuildFailure(new MachineReason.RustcWithoutBpf(
                object, crate.toString(), endianness.rustTarget(), String.join("; ", useless)));
    }

    private Optional<Path> sysroot(Path compiler, Path crate, List<String> useless) {
        Optional<String> sysroot = ask(crate, List.of(compiler.toString(), "--print", "sysroot"));
        if (sysroot.isEmpty()) {
            useless.add(compiler + " does not run");
        }
        return sysroot.map(Path::of);
    }

    /** The actual compiler behind a proxy of rustup, which would take a quarter of a second at each start. */
    private static Path real(Path compiler, Path sysroot) {
        String name = String.valueOf(compiler.getFileName());
        Path inSysroot = sysroot.resolve("bin").resolve(name);
        return Files.isExecutable(inSysroot) ? inSysroot : compiler;
    }

    private Path cargo(Path sysroot, String object, Path crate) {
        if (settings.cargo().isPresent()) {
            return settings.cargo().get();
        }
        for (String name : List.of("cargo", "cargo.exe")) {
            Path beside = sysroot.resolve("bin").resolve(name);
            if (Files.isExecutable(beside)) {
                return beside;
            }
        }
        return home.cargos().stream()
                .findFirst()
                .orElseThrow(() -> new BuildFailure(new MachineReason.CargoMissing(object, crate.toString())));
    }

    private static boolean canBuild(Path sysroot, String version, Endianness endianness) {
        Path sources = sysroot.resolve("lib/rustlib/src/rust/library/core");
        return hasCore(sysroot, endianness) || (isNightly(version) && Files.isDirectory(sources));
    }

    private static boolean isNightly(String version) {
        return version.contains("-nightly") || version.contains("-dev");
    }

    private static boolean hasCore(Path sysroot, Endianness endianness) {
        Path libraries =
                sysroot.resolve("lib/rustlib").resolve(endianness.rustTarget()).resolve("lib");
        if (!Files.isDirectory(libraries)) {
            return false;
        }
        try (Stream<Path> files = Files.list(libraries)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> name.startsWith("libcore-") && name.endsWith(".rlib"));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> ask(Path folder, List<String> command) {
        try {
            ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
            List<String> out = new ArrayList<>();
            int exitCode = ToolRun.stream(process, out::add, log::debug);
            return exitCode == 0 ? Optional.of(String.join("\n", out)) : Optional.empty();
        } catch (IOException e) {
            log.debug(command + " can't be run: " + e.getMessage());
            return Optional.empty();
        }
    }
}
