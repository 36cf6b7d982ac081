package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The location of a jar, from the URL of a class loader: a file, or an entry of a file, as in executable jars and in
 * web applications that are not unpacked.
 *
 * @param file the jar, or the file that contains it
 * @param entry the entry in that file
 */
record JarLocation(Path file, Optional<String> entry) {

    /**
     * {@code jar:file:/a.jar!/…}, {@code jar:nested:/a.jar/!lib/b.jar!/…} (Spring Boot since 3.2),
     * {@code jar:file:/a.jar!/lib/b.jar!/…} (before), {@code jar:war:file:/a.war*}{@code /lib/b.jar!/…} (Tomcat).
     */
    private static final Pattern URL = Pattern.compile(
            "(?:jar:)?(?:nested:|war:)?(?:file:)?(/[^!*^]*?)/?(?:(?:!/?|\\*/|\\^/)([^!]+\\.jar))?(?:!/.*)?",
            Pattern.DOTALL);

    /** Parses a URL of a class loader; empty if it is not a jar or has an unknown form. */
    static Optional<JarLocation> of(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(decoded(matcher.group(1)));
            Optional<String> entry = Optional.ofNullable(matcher.group(2)).map(JarLocation::decoded);
            return Files.isRegularFile(file) ? Optional.of(new JarLocation(file, entry)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String path) {
        String text = URI.create(path.replace(" ", "%20")).getPath();
        return text == null ? path : text;
    }

    /** The file name of the jar. */
    String name() {
        String path = entry.orElse(file.toString());
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The size of the jar in bytes. */
    long size() throws IOException {
        if (entry.isEmpty()) {
            return Files.size(file);
        }
        try (ZipFile outer = new ZipFile(file.toFile())) {
            return inner(outer).getSize();
        }
    }

    /** Returns the jar as a file; a nested jar is copied to the cache. */
    Path inFile(CacheFolder cache) throws IOException {
        if (entry.isEmpty()) {
            return file;
        }
        try (ZipFile outer = new ZipFile(file.toFile())) {
            ZipEntry inner = inner(outer);
            String folder = "jars/" + Long.toHexString(inner.getSize()) + "-" + Long.toHexString(inner.getCrc());
            UnpackedFiles files = new UnpackedFiles(cache, folder, "jar.list");
            if (!files.areInPlace()) {
                files.unpack(outer, Map.of(name(), inner));
            }
            return files.at(name());
        }
    }

    /** Opens the jar and passes it to {@code use}. A temporary copy of a nested jar is deleted afterwards. */
    void with(CacheFolder cache, Use use) throws IOException {
        if (entry.isEmpty()) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                use.of(zip);
            }
            return;
        }
        Path copy = Files.createTempFile(cache.folder("tmp"), "nested", ".jar");
        try {
            try (ZipFile outer = new ZipFile(file.toFile());
                    InputStream content = outer.getInputStream(inner(outer))) {
                Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                use.of(zip);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /** An operation on an open jar. */
    interface Use {
        void of(ZipFile zip) throws IOException;
    }

    private ZipEntry inner(ZipFile outer) throws IOException {
        ZipEntry inner = outer.getEntry(entry.orElseThrow());
        if (inner == null) {
            throw new IOException("no " + entry.orElseThrow() + " in " + file);
        }
        return inner;
    }

    @Override
    public String toString() {
        return entry.isEmpty() ? file.toString() : file + "!/" + entry.get();
    }
}
