package io.github.bpflinker.maven.worker;

import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.UnpackedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks JNA's native library once, because unpacking it at each start takes 15 ms and needs an executable temporary
 * directory.
 */
final class JnaLibrary {

    private JnaLibrary() {}

    /** The directory of the library; empty if the jar has none for this machine or the cache can't be written. */
    static Optional<Path> unpacked(List<Path> classPath, CacheFolder cache) {
        for (Path entry : classPath) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith("jna-") && name.endsWith(".jar")) {
                try {
                    return unpack(entry, cache, "jna/" + name.substring(0, name.length() - 4));
                } catch (IOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> unpack(Path jar, CacheFolder cache, String folder) throws IOException {
        String library = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");
        UnpackedFiles files = new UnpackedFiles(cache, folder, "jna.list");
        if (!files.areInPlace()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                ZipEntry entry = zip.getEntry("com/sun/jna/" + platform() + "/" + library);
                if (entry == null) {
                    return Optional.empty();
                }
                files.unpack(zip, Map.of(library, entry));
            }
        }
        return Optional.of(files.at(library).resolveSibling(""));
    }

    /** The platform name of JNA. */
    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch =
                switch (System.getProperty("os.arch", "")) {
                    case "amd64", "x86_64" -> "x86-64";
                    case "arm64" -> "aarch64";
                    default -> System.getProperty("os.arch", "");
                };
        if (os.startsWith("mac")) {
            return "darwin-" + arch;
        }
        return (os.startsWith("windows") ? "win32-" : "linux-") + arch;
    }
}
