package io.github.bpflinker.maven.c;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The C headers in the plugin's jar, for machines without installed ones. */
public final class BundledHeaders {

    private static final String RESOURCES = "/io/github/bpflinker/maven/include";

    private final Path folder;
    private boolean unpacked;

    /** @param folder the directory to which they are unpacked */
    public BundledHeaders(Path folder) {
        this.folder = folder;
    }

    /** The directory of the unpacked headers, which may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** Unpacks headers that are missing or differ from those in the jar. */
    public synchronized void unpack() {
        if (unpacked) {
            return;
        }
        try {
            copy();
            unpacked = true;
        } catch (IOException e) {
            throw BuildFailure.unwritable(folder, e);
        }
    }

    private void copy() throws IOException {
        URL resources = BundledHeaders.class.getResource(RESOURCES);
        if (resources == null) {
            throw new IllegalStateException("the plugin's jar has no " + RESOURCES);
        }
        try {
            URI uri = resources.toURI();
            if (uri.getScheme().equals("jar")) {
                Path jar = Path.of(URI.create(uri.getRawSchemeSpecificPart().split("!", 2)[0]));
                try (FileSystem inJar = FileSystems.newFileSystem(jar, Map.of())) {
                    copy(inJar.getPath(RESOURCES));
                }
            } else {
                copy(Path.of(uri));
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(resources + " is no place", e);
        }
    }

    private void copy(Path from) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        Set<Path> wanted = new HashSet<>();
        for (Path file : files) {
            Path target = folder.resolve(from.relativize(file).toString());
            Files.createDirectories(target.toAbsolutePath().getParent());
            replace(target, Files.readAllBytes(file));
            wanted.add(target);
        }
        removeOthers(wanted);
    }

    /** Deletes headers of other versions of the plugin, which clang would find, too. */
    private void removeOthers(Set<Path> wanted) throws IOException {
        List<Path> others;
        try (Stream<Path> all = Files.walk(folder)) {
            others = all.filter(Files::isRegularFile)
                    .filter(file -> !wanted.contains(file))
                    .toList();
        }
        for (Path other : others) {
            Files.delete(other);
        }
    }

    /** Replaces a header by renaming, so that a running compiler can still read the old one. */
    private static void replace(Path target, byte[] content) throws IOException {
        if (Files.isRegularFile(target) && Arrays.equals(Files.readAllBytes(target), content)) {
            return;
        }
        Path partial = target.resolveSibling(target.getFileName() + ".tmp");
        Files.write(partial, content);
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
