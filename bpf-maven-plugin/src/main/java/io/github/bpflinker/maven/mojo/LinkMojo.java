package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.link.LinkJob;
import io.github.bpflinker.maven.link.ObjectLinkRequest;
import io.github.bpflinker.maven.link.ObjectLinking;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.SharedWorkers;
import io.github.bpflinker.option.OutputKind;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;
import org.codehaus.plexus.build.BuildContext;

/**
 * Links the bitcode of {@code bpf:compile} into BPF objects.
 *
 * @since 0.1.0
 */
@Mojo(name = "link", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class LinkMojo extends AbstractLinkMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.link.skip", defaultValue = "false")
    private boolean skipLink;

    /**
     * Writes a link map to {@code target/bpf/map/NAME.map}: the linked modules and symbols, and the reason for each.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.linkMap", defaultValue = "false")
    private boolean linkMap;

    /**
     * Publishes the objects as artifacts of the project: type {@code o}, classifier {@code bpfel} or {@code bpfeb};
     * preceded by the object's name if there are several, and followed by the variant's.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.attach", defaultValue = "false")
    private boolean attach;

    private final MavenProjectHelper projectHelper;

    /** Called by Maven. */
    @Inject
    public LinkMojo(
            BuildContext markers,
            NativesResolver nativesResolver,
            SharedWorkers workers,
            KernelTypesResolver kernelTypes,
            MavenProjectHelper projectHelper) {
        super(markers, nativesResolver, workers, kernelTypes);
        this.projectHelper = projectHelper;
    }

    @Override
    boolean isSkipped() {
        return skipLink;
    }

    @Override
    void run() {
        Layout layout = layout();
        ObjectLinkRequest request = new ObjectLinkRequest(
                "link",
                layout,
                objects(),
                variants(),
                List.of(OutputKind.OBJ),
                layout.objects(),
                linkMap,
                dumpModule(),
                threads());
        ObjectLinking.Result result = new ObjectLinking(request, engine(false), log()).run();
        if (result.runs() == 0 && !result.jobs().isEmpty()) {
            log().info("nothing to link: " + result.jobs().size() + " up to date");
        }
        if (result.runs() > 0) {
            markers().refresh(layout.objects().toFile());
        }
        if (attach) {
            attach(result.jobs());
        }
    }

    private void attach(List<LinkJob> jobs) {
        boolean several = jobs.stream().map(job -> job.unit().name()).distinct().count() > 1;
        for (LinkJob job : jobs) {
            String name = several ? job.unit().name() + "-" : "";
            String variant = job.variant().isPlain() ? "" : "-" + job.variant().classifier();
            projectHelper.attachArtifact(
                    project(),
                    "o",
                    name + job.unit().endianness().target() + variant,
                    job.output().toFile());
        }
    }
}
