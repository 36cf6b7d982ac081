package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.core.CoreOperation;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ProjectObjects;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Shows the result of each CO-RE relocation on each of several kernels, or what the kernel lacks, without loading
 * anything; also as JSON in {@code target/bpf/core.json}. Fails if an object can't be loaded into one of them because of
 * a relocation.
 *
 * @since 0.1.0
 */
@Mojo(name = "core", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true, requiresProject = false)
public class CoreMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.core.skip", defaultValue = "false")
    private boolean skipCore;

    /**
     * A BPF object to read instead of the project's, built with any tool.
     *
     * <p>Example: {@code mvn bpf:core -Dbpf.file=probe.bpf.o}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.file")
    private @Nullable File file;

    /**
     * The types of each kernel: files with BTF ({@code vmlinux}, or nothing but BTF), and folders of {@code *.btf} files.
     * By default those of the running kernel.
     *
     * <p>Example: {@code <against><btf>src/main/btf</btf></against>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.core.against")
    private @Nullable List<File> against;

    /** Called by Maven. */
    @Inject
    public CoreMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipCore;
    }

    @Override
    void run() {
        CoreOperation operation = new CoreOperation(KernelAbilities.KERNEL_BTF, log());
        List<Path> kernels =
                against == null ? List.of() : against.stream().map(File::toPath).toList();
        if (file != null) {
            operation.run(List.of(file.toPath()), kernels, Optional.empty());
        } else if (!hasProject()) {
            throw new BuildFailure(new Reason.ProjectOrParameter("core", "bpf.file"));
        } else {
            List<Linked> objects = ProjectObjects.of(layout(), objects(), variants());
            Path report = layout().work().resolve("core.json");
            operation.run(objects.stream().map(Linked::file).toList(), kernels, Optional.of(report));
        }
    }
}
