package io.github.bpflinker.maven.mojo;

import java.util.Collection;
import java.util.Set;
import org.apache.maven.artifact.Artifact;

/**
 * The dependencies that classes of a project are compiled with.
 *
 * @param dependencies all of the project, in any scope
 * @param ofTests whether the classes are those of tests
 */
record CompilerClassPath(Collection<Artifact> dependencies, boolean ofTests) {

    private static final Set<String> MAIN =
            Set.of(Artifact.SCOPE_COMPILE, Artifact.SCOPE_PROVIDED, Artifact.SCOPE_SYSTEM);

    /**
     * Whether an artifact is among them.
     *
     * @param artifact its group id and artifact id, separated by a colon
     */
    boolean has(String artifact) {
        return dependencies.stream()
                .filter(each -> ofTests || MAIN.contains(each.getScope()))
                .anyMatch(each -> artifact.equals(each.getGroupId() + ":" + each.getArtifactId()));
    }
}
