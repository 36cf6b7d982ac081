package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A made-up machine below a folder: all that the search for libraries looks at, and nothing of the real one. */
final class Machine {

    private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};

    private static final int ANOTHER_USER = 12345;

    private final Path root;
    private final HostPlatform host;
    private final Map<String, String> variables = new HashMap<>();
    private final List<Path> libraryPath = new ArrayList<>();
    private final List<Path> classPath = new ArrayList<>();
    private final List<ClassLoader> classLoaders = new ArrayList<>();
    private Optional<Path> nativesJar = Optional.empty();

    Machine(Path folder) {
        this(folder, HostPlatform.Os.LINUX);
    }

    Machine(Path folder, HostPlatform.Os os) {
        this.root = real(folder);
        this.host = new HostPlatform(os, "x86_64");
        variable("BPF_LINKER_CACHE", root.resolve("cache").toString());
    }

    Path at(String path) {
        return root.resolve(path);
    }

    Machine variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine loaderSearches(String folder) {
        libraryPath.add(at(folder));
        return this;
    }

    Machine classPath(Path jar) {
        classPath.add(jar);
        return this;
    }

    Machine classLoader(ClassLoader loader) {
        classLoaders.add(loader);
        return this;
    }

    Machine nativesJar(Path jar) {
        nativesJar = Optional.of(jar);
        return this;
    }

    Path folder(String path) {
        try {
            return Files.createDirectories(at(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String path, byte[] content) {
        try {
            Files.createDirectories(at(path).resolveSibling(""));
            return Files.write(at(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String path, String text) {
        return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file that looks like a library until it is loaded. */
    Path library(String path) {
        return file(path, ELF);
    }

    /** A file that looks like a library and is known to have said this of itself. */
    Path library(String path, String answer) {
        Path library = library(path);
        try {
            LibraryProbe.remembered(LibraryCacheKey.of(library), cache()).write(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return library;
    }

    /** @param target seen from the folder of the link, or absolute */
    Path link(String path, String target) {
        try {
            Files.createDirectories(at(path).resolveSibling(""));
            return Files.createSymbolicLink(at(path), Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    LlvmEnvironment environment() {
        return new LlvmEnvironment(
                variables, host, root, at("home/me"), folder("tmp"), libraryPath, classPath, classLoaders, nativesJar);
    }

    CacheFolder cache() {
        return CacheFolder.of(environment());
    }

    LlvmLocator locator() {
        return new LlvmLocator(environment(), cache());
    }

    /** Whether this process may change owners, which only root may. */
    static boolean canGiveFilesAway() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Makes it another user's. */
    static void giveAway(Path file) throws IOException {
        Files.setAttribute(file, "unix:uid", ANOTHER_USER, LinkOption.NOFOLLOW_LINKS);
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
