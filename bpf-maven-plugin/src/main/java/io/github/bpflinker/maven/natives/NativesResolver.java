package io.github.bpflinker.maven.natives;

import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import java.nio.file.Path;
import java.util.List;
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

/** Resolves the jar for this machine with Maven's resolver, which uses mirrors, proxies and the local repository. */
@Named
@Singleton
public final class NativesResolver {

    /** The hosts for which bytedeco publishes natives. */
    private static final List<String> HOSTS =
            List.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

    private final RepositorySystem repositories;

    @Inject
    public NativesResolver(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /**
     * Returns the jar, downloaded if necessary.
     *
     * @param version the Maven version of {@code org.bytedeco:llvm}
     * @throws BuildFailure if it can't be resolved
     */
    public Path resolve(String version, RepositorySystemSession session, List<RemoteRepository> remotes) {
        String host = LlvmEnvironment.ofSystem().host().classifier();
        if (!HOSTS.contains(host)) {
            throw new BuildFailure(new MachineReason.HostWithoutNatives(host));
        }
        Artifact artifact = new DefaultArtifact("org.bytedeco", "llvm", host, "jar", version);
        try {
            return repositories
                    .resolveArtifact(session, new ArtifactRequest(artifact, remotes, null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw session.isOffline()
                    ? new BuildFailure(new MachineReason.NativesOffline(artifact.toString()), e)
                    : new BuildFailure(
                            new MachineReason.NativesUnavailable(artifact.toString(), String.valueOf(e.getMessage())),
                            e);
        }
    }
}
