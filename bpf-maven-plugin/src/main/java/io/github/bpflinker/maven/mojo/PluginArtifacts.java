package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Versions;
import io.github.bpflinker.maven.incremental.FileFingerprint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.descriptor.PluginDescriptor;

/**
 * The artifacts of this plugin.
 *
 * @param workerClassPath the class path of a worker: the linker, JNA and picocli
 * @param identity identifies this build of the plugin
 */
record PluginArtifacts(List<Path> workerClassPath, String identity) {

    private static final String CORE = "bpf-linker-core";
    private static final Set<String> OF_WORKERS = Set.of(CORE, "jna", "picocli");
    private static final Set<String> OF_IDENTITY = Set.of(CORE, "bpf-maven-plugin");

    PluginArtifacts {
        workerClassPath = List.copyOf(workerClassPath);
    }

    static PluginArtifacts of(PluginDescriptor plugin) {
        List<Path> classPath = new ArrayList<>();
        StringBuilder identity = new StringBuilder(Versions.load().plugin());
        for (Artifact artifact : plugin.getArtifacts()) {
            File file = artifact.getFile();
            if (file != null && OF_WORKERS.contains(artifact.getArtifactId())) {
                classPath.add(file.toPath());
            }
            if (file != null && artifact.isSnapshot() && OF_IDENTITY.contains(artifact.getArtifactId())) {
                identity.append(' ').append(looks(file.toPath()));
            }
        }
        return new PluginArtifacts(classPath, identity.toString());
    }

    private static String looks(Path file) {
        try {
            return FileFingerprint.ofLooks(file).toString();
        } catch (IOException e) {
            throw BuildFailure.unreadable(file, e);
        }
    }
}
