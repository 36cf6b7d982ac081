package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.maven.verify.KernelNotFound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * The kernels that a POM names: paths, or artifacts of Maven repositories. An artifact is an image, or a jar or zip with an
 * image and, beside it or elsewhere in it, its configuration.
 */
@Named
@Singleton
public final class KernelArtifacts {

    /** {@code group:artifact[:extension[:classifier]]:version}; not a path of Windows. */
    private static final Pattern COORDINATES = Pattern.compile("[^:/\\\\\\s]+(?::[^:/\\\\\\s]+){2,4}");

    private static final Set<String> ARCHIVES = Set.of("jar", "zip");
    private static final Pattern PART_OF_KERNEL = Pattern.compile("(?:vmlinuz|config)(?:-.+)?|bzImage");

    private final RepositorySystem repositories;

    /** Called by Maven. */
    @Inject
    public KernelArtifacts(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** Whether that names an artifact, not a path. */
    static boolean isArtifact(String kernel) {
        return COORDINATES.matcher(kernel).matches();
    }

    /**
     * Returns the image, or a folder with it, downloaded if necessary.
     *
     * @param coordinates {@code group:artifact[:extension[:classifier]]:version}
     * @param folder takes the contents of archives
     * @throws KernelNotFound if it can't be had
     */
    Path resolve(String coordinates, Path folder, RepositorySystemSession session, List<RemoteRepository> remotes) {
        Artifact artifact = new DefaultArtifact(coordinates);
        try {
            Path file = repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
            return ARCHIVES.contains(artifact.getExtension())
                    ? unpacked(file, folder.resolve(String.valueOf(file.getFileName())))
                    : file;
        } catch (ArtifactResolutionException e) {
            throw new KernelNotFound(
                    "the kernel " + coordinates + " is in no repository: " + e.getMessage()
                            + "; correct its coordinates, or install it with mvn install:install-file",
                    e);
        }
    }

    /** The image and the configuration in an archive, in a folder without others. */
    static Path unpacked(Path archive, Path folder) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Files.createDirectories(folder);
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (PART_OF_KERNEL.matcher(name).matches()) {
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            return folder;
        } catch (IOException e) {
            throw new KernelNotFound(
                    "the kernel in " + archive + " can't be unpacked to " + folder + ": " + SystemReason.of(e), e);
        }
    }
}
