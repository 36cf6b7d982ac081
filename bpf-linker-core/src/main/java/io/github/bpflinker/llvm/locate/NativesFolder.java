package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.LlvmVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The folder of the cache that holds what was unpacked from one jar. Any number of threads and processes may unpack at
 * once: each file appears by renaming, and every one of them writes the same.
 */
final class NativesFolder {

    /** What is unpacked together. */
    enum Part {
        LLVM,
        CLANG;

        /** The list of the part's files and their sizes, written when all are there. */
        String list() {
            return name().toLowerCase(Locale.ROOT) + ".list";
        }
    }

    /** Longer than any disk takes for one file. */
    private static final Duration UNPACKING_LASTS = Duration.ofHours(1);

    private final NativesJar jar;
    private final CacheFolder cache;
    private final String name;

    NativesFolder(NativesJar jar, CacheFolder cache) {
        this.jar = jar;
        this.cache = cache;
        this.name = "natives/" + jar.version() + "-" + jar.host().classifier() + "-" + Long.toHexString(jar.size());
    }

    /** Where the part's main file is or will be. */
    Path planned(Part part) {
        return root().resolve(mainFile(part));
    }

    /** The part's main file; all files of the part are there, in full. */
    Path unpacked(Part part) throws IOException {
        if (!isComplete(part)) {
            unpack(part);
        }
        return planned(part);
    }

    /** Where clang's libraries are. */
    Path libraries() {
        return root().resolve("lib");
    }

    private Path root() {
        return cache.root().resolve(name);
    }

    private Remembered list(Part part) {
        return new Remembered(root().resolve(part.list()), name);
    }

    private boolean isComplete(Part part) {
        Optional<String> list = list(part).read();
        if (list.isEmpty()) {
            return false;
        }
        for (String line : list.get().split("\n", -1)) {
            if (!isInPlace(line)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInPlace(String line) {
        int space = line.indexOf(' ');
        try {
            return space > 0
                    && Files.size(root().resolve(line.substring(space + 1)))
                            == Long.parseLong(line.substring(0, space));
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    private void unpack(Part part) throws IOException {
        List<String> list = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.file().toFile())) {
            Map<String, ZipEntry> files = part == Part.LLVM ? llvmFiles(zip) : clangFiles(zip);
            for (Map.Entry<String, ZipEntry> file : files.entrySet()) {
                String line = file.getValue().getSize() + " " + file.getKey();
                if (!isInPlace(line)) {
                    unpack(zip, file.getValue(), root().resolve(file.getKey()));
                }
                list.add(line);
            }
        }
        list(part).write(String.join("\n", list));
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        Path folder = target.resolveSibling("").toAbsolutePath();
        Files.createDirectories(folder);
        removeLeftovers(target, entry.getLastModifiedTime());
        Path partial = Files.createTempFile(folder, target.getFileName() + ".", ".tmp");
        try {
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            if (folder.endsWith("bin") && !partial.toFile().setExecutable(true, true)) {
                throw new IOException(partial + " can't be made executable");
            }
            // Whoever unpacks it again gets the same time, so that what is known about the file stays known.
            Files.setLastModifiedTime(partial, entry.getLastModifiedTime());
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Removes what one left that was ended, up to 269 MB. One that is still at it has changed its file just now, or has
     * just given it the time of the finished one.
     */
    private static void removeLeftovers(Path target, FileTime finished) throws IOException {
        String start = target.getFileName() + ".";
        Path folder = target.resolveSibling("").toAbsolutePath();
        for (String name : Candidate.names(folder, any -> any.startsWith(start) && any.endsWith(".tmp"))) {
            Path file = target.resolveSibling(name);
            long changed = file.toFile().lastModified();
            if (changed != finished.toMillis() && changed < System.currentTimeMillis() - UNPACKING_LASTS.toMillis()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private Map<String, ZipEntry> llvmFiles(ZipFile zip) throws IOException {
        return new LinkedHashMap<>(Map.of(mainFile(Part.LLVM), library(zip, "libLLVM")));
    }

    private Map<String, ZipEntry> clangFiles(ZipFile zip) throws IOException {
        Map<String, ZipEntry> files = new LinkedHashMap<>();
        files.put(libraryFile("libclang-cpp"), library(zip, "libclang-cpp"));
        String headers = "lib/clang/" + jar.llvm().major() + "/include/";
        zip.stream()
                .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(jar.prefix() + headers))
                .filter(entry -> !entry.getName().contains(".."))
                .forEach(entry ->
                        files.put(entry.getName().substring(jar.prefix().length()), entry));
        String clang = jar.host().isWindows() ? "clang.exe" : "clang";
        files.put(mainFile(Part.CLANG), needed(zip, List.of(jar.prefix() + clang)));
        return files;
    }

    private ZipEntry library(ZipFile zip, String name) throws IOException {
        String file = libraryFile(name);
        String versioned = file.substring(file.indexOf('/') + 1);
        String plain = name + (jar.host().isMac() ? ".dylib" : jar.host().isWindows() ? ".dll" : ".so");
        return needed(zip, List.of(jar.prefix() + plain, jar.prefix() + versioned));
    }

    private static ZipEntry needed(ZipFile zip, List<String> names) throws IOException {
        return NativesJar.entry(zip, names)
                .orElseThrow(() -> new FileNotFoundException("no " + names.get(0) + " in " + zip.getName()));
    }

    private String mainFile(Part part) {
        if (part == Part.LLVM) {
            return libraryFile("libLLVM");
        }
        return jar.host().isWindows() ? "bin/clang.exe" : "bin/clang";
    }

    /** Under the name that others ask for: the SONAME on Linux, {@code libLLVM.so.20.1}. */
    private String libraryFile(String library) {
        LlvmVersion version = jar.llvm();
        return switch (jar.host().os()) {
            case LINUX -> "lib/" + library + ".so." + version.major() + "." + version.minor();
            case MACOSX -> "lib/" + library + ".dylib";
            case WINDOWS -> "bin/" + library + ".dll";
        };
    }
}
