package io.github.bpflinker.maven.worker;

import io.github.bpflinker.llvm.locate.CacheFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** JNA's own library, unpacked once: at each start it costs 15 ms and a temporary folder that permits execution. */
final class JnaLibrary {

    private JnaLibrary() {}

    /** The folder that holds it; empty if the jar has none for this machine or the cache can't be written. */
    static Optional<Path> unpacked(List<Path> classPath, CacheFolder cache) {
        for (Path entry : classPath) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith("jna-") && name.endsWith(".jar")) {
                try {
                    return unpack(entry, cache.root().resolve("jna").resolve(name.substring(0, name.length() - 4)));
                } catch (IOException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> unpack(Path jar, Path folder) throws IOException {
        String library = System.mapLibraryName("jnidispatch").replace(".dylib", ".jnilib");
        Path target = folder.resolve(library);
        if (Files.exists(target)) {
            return Optional.of(folder);
        }
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry("com/sun/jna/" + platform() + "/" + library);
            if (entry == null) {
                return Optional.empty();
            }
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, library, ".tmp");
            try (InputStream content = zip.getInputStream(entry)) {
                Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(folder);
    }

    /** As JNA names its folders. */
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
