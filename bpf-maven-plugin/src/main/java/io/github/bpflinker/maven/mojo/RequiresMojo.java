package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ProjectObjects;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.maven.requires.RequiresOperation;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Reports the oldest kernel that can load each object, and the features that require it; all features are written to
 * {@code target/bpf/requires.json}. It does not run the verifier; {@code bpf:verify} does.
 *
 * @since 0.1.0
 */
@Mojo(name = "requires", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public class RequiresMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.requires.skip", defaultValue = "false")
    private boolean skipRequires;

    /**
     * A BPF object to read instead of the project's, built with any tool.
     *
     * <p>Example: {@code mvn bpf:requires -Dbpf.file=probe.bpf.o}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.file")
    private @Nullable File file;

    /**
     * Whether to list all features that an object uses, not only the decisive ones.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.requires.details", defaultValue = "false")
    private boolean details;

    /** Called by Maven. */
    @Inject
    public RequiresMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipRequires;
    }

    @Override
    void run() {
        RequiresOperation operation = new RequiresOperation(log(), details);
        if (file != null) {
            operation.run(List.of(file.toPath()));
        } else if (!hasProject()) {
            throw new BuildFailure(new Reason.ProjectOrParameter("requires", "bpf.file"));
        } else {
            List<Linked> objects = ProjectObjects.of(layout(), objects(), variants());
            String json = operation.run(objects.stream().map(Linked::file).toList());
            Reports.write(layout().work().resolve("requires.json"), json);
        }
    }
}
