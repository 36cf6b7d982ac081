package io.github.bpflinker.llvm.locate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the libLLVMs of the system, in the search path of the dynamic loader and in versioned directories of packages.
 */
final class SystemLibraries {

    private static final Pattern NAMES = Pattern.compile("libLLVM\\.so(\\.\\d+(\\.\\d+)*\\w*)?"
            + "|libLLVM-\\d+(\\.\\d+)*\\.(so(\\.\\d+)?|dylib)"
            + "|libLLVM(\\.\\d+(\\.\\d+)*)?\\.dylib"
            + "|LLVM-C\\.dll");

    private static final Pattern ANY_NAME = Pattern.compile("libLLVM.*|LLVM-C\\.dll");

    private final LlvmEnvironment environment;

    SystemLibraries(LlvmEnvironment environment) {
        this.environment = environment;
    }

    /** The libraries with symbolic links resolved, each once. */
    Set<Path> find() {
        Set<Path> libraries = new LinkedHashSet<>();
        for (Path folder : places()) {
            LibraryCandidate.addLibraries(folder, NAMES, libraries);
        }
        return libraries;
    }

    /** All libLLVMs in a directory, including rustc's. */
    static Set<Path> in(Path folder) {
        Set<Path> libraries = new LinkedHashSet<>();
        LibraryCandidate.addLibraries(folder, ANY_NAME, libraries);
        LibraryCandidate.addLibraries(folder.resolve("lib"), ANY_NAME, libraries);
        return libraries;
    }

    /** The directories that {@link #find} searches. */
    Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>(environment.libraryPath());
        switch (environment.host().os()) {
            case LINUX -> addLinux(places);
            case MACOSX -> addMac(places);
            case WINDOWS -> addWindows(places);
        }
        return places;
    }

    private void addLinux(Set<Path> places) {
        addConfiguredForLoader(places);
        String multiarch = environment.host().multiarch();
        for (String folder : List.of(
                "usr/local/lib", "usr/lib/" + multiarch, "lib/" + multiarch, "usr/lib64", "lib64", "usr/lib", "lib")) {
            places.add(environment.system(folder));
        }
        addVersioned(places, "usr/lib", "llvm"); // Debian: llvm-22, Alpine: llvm22
        addVersioned(places, "usr/lib64", "llvm"); // Fedora: llvm19
        addVersioned(places, "usr/lib/llvm", ""); // Gentoo: llvm/19/lib64
        addVersioned(places, "home/linuxbrew/.linuxbrew/opt", "llvm");
    }

    private void addMac(Set<Path> places) {
        addVersioned(places, "opt/homebrew/opt", "llvm");
        addVersioned(places, "usr/local/opt", "llvm");
        addVersioned(places, "opt/local/libexec", "llvm-");
    }

    private void addWindows(Set<Path> places) {
        places.addAll(environment.searchPath());
        environment
                .folderVariable("ProgramFiles")
                .map(programs -> programs.resolve("LLVM").resolve("bin"))
                .ifPresent(places::add);
    }

    private void addVersioned(Set<Path> places, String parent, String prefix) {
        Path folder = environment.system(parent);
        for (String name : LibraryCandidate.names(folder, any -> any.startsWith(prefix))) {
            places.add(folder.resolve(name).resolve("lib"));
            places.add(folder.resolve(name).resolve("lib64"));
        }
    }

    private void addConfiguredForLoader(Set<Path> places) {
        Path folder = environment.system("etc/ld.so.conf.d");
        for (String name : LibraryCandidate.names(folder, any -> any.endsWith(".conf"))) {
            for (String line : CacheFolder.read(folder.resolve(name)).orElse("").split("\n", -1)) {
                addIfFolder(places, line.strip());
            }
        }
    }

    private void addIfFolder(Set<Path> places, String line) {
        try {
            if (line.startsWith("/")) {
                places.add(environment.system(line.substring(1)));
            }
        } catch (InvalidPathException e) {
            return; // a line without a directory
        }
    }
}
