package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.version.LlvmVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The cache directory with the unpacked files of a jar. */
final class NativesFolder {

    /** A set of files that are unpacked together. */
    enum Part {
        LLVM,
        CLANG;

        /** The file that lists the part's files and sizes, written after all of them. */
        String list() {
            return name().toLowerCase(Locale.ROOT) + ".list";
        }
    }

    private final NativesJar jar;
    private final CacheFolder cache;
    private final String name;

    NativesFolder(NativesJar jar, CacheFolder cache) {
        this.jar = jar;
        this.cache = cache;
        this.name = "natives/" + jar.version() + "-" + jar.host().classifier() + "-" + Long.toHexString(jar.size());
    }

    /** The path of the part's main file, unpacked or not. */
    Path planned(Part part) {
        return files(part).at(mainFile(part));
    }

    /** Returns the part's main file after unpacking all files of the part if necessary. */
    Path unpacked(Part part) throws IOException {
        UnpackedFiles files = files(part);
        if (!files.areInPlace()) {
            jar.location().with(cache, zip -> files.unpack(zip, part == Part.LLVM ? llvmFiles(zip) : clangFiles(zip)));
        }
        return planned(part);
    }

    /** The directory of clang's libraries. */
    Path libraries() {
        return cache.root().resolve(name).resolve("lib");
    }

    private UnpackedFiles files(Part part) {
        return new UnpackedFiles(cache, name, part.list());
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

    /** The name by which other libraries reference it: on Linux the SONAME, {@code libLLVM.so.20.1}. */
    private String libraryFile(String library) {
        LlvmVersion version = jar.llvm();
        return switch (jar.host().os()) {
            case LINUX -> "lib/" + library + ".so." + version.major() + "." + version.minor();
            case MACOSX -> "lib/" + library + ".dylib";
            case WINDOWS -> "bin/" + library + ".dll";
        };
    }
}
