package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

/** Finds the file of {@code <kernelTypes>}, which is a path or an artifact that Maven's resolver downloads. */
@Named
@Singleton
public final class KernelTypesResolver {

    private static final String EXTENSION = "btf";

    private final RepositorySystem repositories;

    /** Called by Maven. */
    @Inject
    public KernelTypesResolver(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * Returns the file, downloaded if necessary.
     *
     * @param types a path, or {@code groupId:artifactId[:extension[:classifier]]:version}
     * @param base the folder from which relative paths start
     * @throws BuildFailure if an artifact can't be resolved
     */
    Path file(String types, Path base, RepositorySystemSession session, List<RemoteRepository> remotes) {
        Optional<Artifact> artifact = artifact(types);
        return artifact.isPresent() ? resolved(artifact.get(), session, remotes) : base.resolve(types);
    }

    /** The artifact of coordinates, whose extension is {@code btf} if they say none; empty for a path. */
    static Optional<Artifact> artifact(String types) {
        if (!KernelArtifacts.isArtifact(types)) {
            return Optional.empty();
        }
        String[] parts = types.split(":", -1);
        return Optional.of(
                parts.length == 3
                        ? new DefaultArtifact(parts[0], parts[1], EXTENSION, parts[2])
                        : new DefaultArtifact(types));
    }

    private Path resolved(Artifact artifact, RepositorySystemSession session, List<RemoteRepository> remotes) {
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new BuildFailure(
                    new MachineReason.KernelTypesUnavailable(artifact.toString(), String.valueOf(e.getMessage())), e);
        }
    }
}
