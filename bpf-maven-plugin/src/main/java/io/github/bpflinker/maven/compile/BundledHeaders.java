package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.BuildFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The headers in this plugin's jar, for machines that have none installed. */
public final class BundledHeaders {

    private static final String RESOURCES = "/io/github/bpflinker/maven/include";
    private static final String COMPLETE = ".complete";

    private final Path folder;
    private final String identity;

    /**
     * @param folder where they are unpacked
     * @param identity of this plugin: another one unpacks them again
     */
    public BundledHeaders(Path folder, String identity) {
        this.folder = folder;
        this.identity = identity;
    }

    /** The folder, whether they are there yet or not. */
    public Path folder() {
        return folder;
    }

    /** Unpacks them, unless they are there. */
    public synchronized void unpack() {
        Path complete = folder.resolve(COMPLETE);
        try {
            if (Files.exists(complete)
                    && Files.readString(complete, StandardCharsets.UTF_8).equals(identity)) {
                return;
            }
            Files.createDirectories(folder);
            copy();
            Files.writeString(complete, identity, StandardCharsets.UTF_8);
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
        for (Path file : files) {
            Path target = folder.resolve(from.relativize(file).toString());
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
