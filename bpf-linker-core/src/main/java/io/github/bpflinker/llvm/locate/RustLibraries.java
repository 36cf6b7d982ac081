package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The libLLVMs that Rust toolchains bring along, the active toolchain first. Starts no process: rustup's proxy takes a
 * quarter of a second to say where its toolchain is. A rustc of a distribution uses the system's library and adds none.
 */
final class RustLibraries {

    private static final Pattern NAMES = Pattern.compile("libLLVM.*-rust-.*|libLLVM\\.dylib");
    private static final Pattern DEFAULT_TOOLCHAIN =
            Pattern.compile("^\\s*default_toolchain\\s*=\\s*\"([^\"]+)\"", Pattern.MULTILINE);

    private final LlvmEnvironment environment;
    private final Path rustup;

    RustLibraries(LlvmEnvironment environment) {
        this.environment = environment;
        this.rustup = environment
                .folderVariable("RUSTUP_HOME")
                .orElse(environment.home().resolve(".rustup"));
    }

    /** The libraries, links resolved, each once. */
    List<Path> find() {
        if (environment.host().isWindows()) {
            return List.of(); // rustc for Windows has LLVM linked in
        }
        return sysroots().stream()
                .flatMap(sysroot -> Candidate.librariesIn(sysroot.resolve("lib"), NAMES))
                .distinct()
                .toList();
    }

    /** The folders that {@link #find} looks into. */
    List<Path> places() {
        return sysroots().stream().map(sysroot -> sysroot.resolve("lib")).toList();
    }

    private Set<Path> sysroots() {
        Set<Path> sysroots = new LinkedHashSet<>();
        for (Path rustc : compilers()) {
            addSysroot(rustc, sysroots);
        }
        addActiveToolchain(sysroots);
        sysroots.addAll(Candidate.entries(toolchains(), "*"));
        return sysroots;
    }

    private Set<Path> compilers() {
        Set<Path> compilers = new LinkedHashSet<>();
        String named = environment.variables().getOrDefault("RUSTC", "rustc");
        for (Path folder : environment.searchPath()) {
            compilers.add(folder.resolve(named));
        }
        for (Path folder : environment.searchPath()) {
            compilers.add(folder.resolve("rustc"));
        }
        compilers.add(environment.system("usr/local/bin/rustc"));
        compilers.add(environment.system("usr/bin/rustc"));
        return compilers;
    }

    private void addSysroot(Path rustc, Set<Path> sysroots) {
        Path file;
        try {
            file = rustc.toRealPath();
        } catch (IOException e) {
            return;
        }
        Path bin = file.getParent();
        Path sysroot = bin == null ? null : bin.getParent();
        if (sysroot != null && Files.isDirectory(sysroot.resolve("lib").resolve("rustlib"))) {
            sysroots.add(sysroot);
        } else {
            addActiveToolchain(sysroots); // rustup's proxy
        }
    }

    private void addActiveToolchain(Set<Path> sysroots) {
        Optional.ofNullable(environment.variables().get("RUSTUP_TOOLCHAIN"))
                .filter(name -> !name.isBlank())
                .flatMap(this::toolchain)
                .ifPresent(sysroots::add);
        defaultToolchain().flatMap(this::toolchain).ifPresent(sysroots::add);
    }

    private Optional<String> defaultToolchain() {
        return CacheFolder.read(rustup.resolve("settings.toml"))
                .map(DEFAULT_TOOLCHAIN::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    /** By full name, by a name that leaves the host out ({@code stable}), or by path. */
    private Optional<Path> toolchain(String name) {
        Path exact = toolchains().resolve(name);
        if (Files.isDirectory(exact)) {
            return Optional.of(exact);
        }
        return Candidate.entries(toolchains(), "*").stream()
                .filter(folder -> String.valueOf(folder.getFileName()).startsWith(name + "-"))
                .findFirst();
    }

    private Path toolchains() {
        return rustup.resolve("toolchains");
    }
}
