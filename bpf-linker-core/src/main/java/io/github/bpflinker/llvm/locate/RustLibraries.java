package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.NeededLibraries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the libLLVMs of Rust toolchains, the active toolchain first: one in the toolchain or, for rustc of a
 * distribution, the system library that its driver depends on. Does not run rustc, because rustup's proxy takes a
 * quarter of a second to start.
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

    /** The libraries with symbolic links resolved, each once. */
    Set<Path> find() {
        Set<Path> libraries = new LinkedHashSet<>();
        if (!environment.host().isWindows()) { // rustc for Windows has LLVM linked in
            for (Path sysroot : sysroots()) {
                addUsed(sysroot, libraries);
            }
        }
        return libraries;
    }

    /** As the loader does it: rustc names its driver, and that names libLLVM. Folders of libraries are too long to list. */
    private void addUsed(Path sysroot, Set<Path> libraries) {
        for (String driver : needed(sysroot.resolve("bin").resolve("rustc"))) {
            if (driver.startsWith("librustc_driver")) {
                for (Path folder : libraryFolders(sysroot)) {
                    if (Files.exists(folder.resolve(driver))) {
                        addNeeded(folder, driver, libraries);
                        return;
                    }
                }
            }
        }
        LibraryCandidate.addLibraries(sysroot.resolve("lib"), NAMES, libraries);
    }

    private void addNeeded(Path folder, String driver, Set<Path> libraries) {
        for (String needed : needed(folder.resolve(driver))) {
            if (needed.startsWith("libLLVM")) {
                Optional<Path> beside = LibraryCandidate.realLibrary(folder.resolve(needed));
                beside.or(() -> inSystem(needed)).ifPresent(libraries::add);
            }
        }
    }

    private Optional<Path> inSystem(String library) {
        for (Path folder : new SystemLibraries(environment).places()) {
            Optional<Path> found = LibraryCandidate.realLibrary(folder.resolve(library));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> needed(Path file) {
        try {
            return NeededLibraries.of(file);
        } catch (IOException | LinkException e) {
            return List.of(); // a damaged rustc
        }
    }

    /** The directories that {@link #find} searches. */
    Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        if (!environment.host().isWindows()) {
            for (Path sysroot : sysroots()) {
                places.addAll(libraryFolders(sysroot));
            }
        }
        return places;
    }

    private List<Path> libraryFolders(Path sysroot) {
        Path lib = sysroot.resolve("lib");
        List<Path> folders = new ArrayList<>(List.of(lib));
        if (environment.host().isLinux()) {
            // As Debian and Fedora have them.
            for (Path other : List.of(lib.resolve(environment.host().multiarch()), sysroot.resolve("lib64"))) {
                if (Files.isDirectory(other)) {
                    folders.add(other);
                }
            }
        }
        return folders;
    }

    private Set<Path> sysroots() {
        Set<Path> sysroots = new LinkedHashSet<>();
        for (Path rustc : compilers()) {
            addSysroot(rustc, sysroots);
        }
        addActiveToolchain(sysroots);
        for (String name : LibraryCandidate.names(toolchains(), any -> true)) {
            sysroots.add(toolchains().resolve(name));
        }
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
        addToolchain(environment.variables().get("RUSTUP_TOOLCHAIN"), sysroots);
        addToolchain(defaultToolchain(), sysroots);
    }

    private @Nullable String defaultToolchain() {
        Matcher matcher = DEFAULT_TOOLCHAIN.matcher(
                CacheFolder.read(rustup.resolve("settings.toml")).orElse(""));
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Adds a toolchain by its full name, by a name without host ({@code stable}), or by path. */
    private void addToolchain(@Nullable String name, Set<Path> sysroots) {
        if (name == null || name.isBlank()) {
            return;
        }
        if (Files.isDirectory(toolchains().resolve(name))) {
            sysroots.add(toolchains().resolve(name));
            return;
        }
        for (String installed : LibraryCandidate.names(toolchains(), any -> true)) {
            if (installed.startsWith(name + "-")) {
                sysroots.add(toolchains().resolve(installed));
                return;
            }
        }
    }

    private Path toolchains() {
        return rustup.resolve("toolchains");
    }
}
