package io.github.bpflinker.llvm.locate;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The libLLVMs that are installed on the system: where the loader looks, and where packages put versions apart. */
final class SystemLibraries {

    private static final Pattern NAMES = Pattern.compile("libLLVM\\.so(\\.\\d+(\\.\\d+)*\\w*)?"
            + "|libLLVM-\\d+(\\.\\d+)*\\.(so(\\.\\d+)?|dylib)"
            + "|libLLVM(\\.\\d+(\\.\\d+)*)?\\.dylib"
            + "|LLVM-C\\.dll");

    private final LlvmEnvironment environment;

    SystemLibraries(LlvmEnvironment environment) {
        this.environment = environment;
    }

    /** The libraries, links resolved, each once. */
    List<Path> find() {
        return places().stream()
                .flatMap(folder -> Candidate.librariesIn(folder, NAMES))
                .distinct()
                .toList();
    }

    /** All libLLVMs in one folder, whoever brought them. */
    static List<Path> in(Path folder) {
        Pattern any = Pattern.compile("libLLVM.*|LLVM-C\\.dll");
        return Stream.of(folder, folder.resolve("lib"))
                .flatMap(place -> Candidate.librariesIn(place, any))
                .distinct()
                .toList();
    }

    /** The folders that {@link #find} looks into. */
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
        places.addAll(configuredForLoader());
        String multiarch = environment.host().multiarch();
        for (String folder : List.of(
                "usr/local/lib", "usr/lib/" + multiarch, "lib/" + multiarch, "usr/lib64", "lib64", "usr/lib", "lib")) {
            places.add(environment.system(folder));
        }
        addVersioned(places, "usr/lib", "llvm*"); // Debian: llvm-22, Alpine: llvm22
        addVersioned(places, "usr/lib64", "llvm*"); // Fedora: llvm19
        addVersioned(places, "usr/lib/llvm", "*"); // Gentoo: llvm/19/lib64
        addVersioned(places, "home/linuxbrew/.linuxbrew/opt", "llvm*");
    }

    private void addMac(Set<Path> places) {
        addVersioned(places, "opt/homebrew/opt", "llvm*");
        addVersioned(places, "usr/local/opt", "llvm*");
        addVersioned(places, "opt/local/libexec", "llvm-*");
    }

    private void addWindows(Set<Path> places) {
        places.addAll(environment.searchPath());
        environment
                .folderVariable("ProgramFiles")
                .map(programs -> programs.resolve("LLVM").resolve("bin"))
                .ifPresent(places::add);
    }

    private void addVersioned(Set<Path> places, String parent, String glob) {
        for (Path folder : Candidate.entries(environment.system(parent), glob)) {
            places.add(folder.resolve("lib"));
            places.add(folder.resolve("lib64"));
        }
    }

    private List<Path> configuredForLoader() {
        List<Path> folders = new ArrayList<>();
        for (Path file : Candidate.entries(environment.system("etc/ld.so.conf.d"), "*.conf")) {
            CacheFolder.read(file).stream()
                    .flatMap(String::lines)
                    .map(String::strip)
                    .filter(line -> line.startsWith("/"))
                    .forEach(line -> addIfValid(folders, line.substring(1)));
        }
        return folders;
    }

    private void addIfValid(List<Path> folders, String relative) {
        try {
            folders.add(environment.system(relative));
        } catch (InvalidPathException e) {
            return; // a line that names no folder
        }
    }
}
