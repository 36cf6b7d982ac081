package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.verify.KernelsOperation;
import io.github.bpflinker.maven.verify.VerifyOperation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Loads every program of every object into the running kernel and unloads it again. A program that the kernel rejects
 * fails the build with the last lines of the verifier's log and their source line; the whole log is in {@code
 * target/bpf/verify/NAME.log}. Statistics of the other programs are written to the log and to {@code
 * target/bpf/verify.json}.
 *
 * <p>Requires root, or CAP_BPF with CAP_PERFMON or CAP_NET_ADMIN, depending on the program types. No tools need to be
 * installed.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class VerifyMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.verify.skip", defaultValue = "false")
    private boolean skipVerify;

    /**
     * Whether it is an error if verification is not possible, because of missing permissions or BPF
     * support, or because other kernels can't be started. Otherwise
     * the log names the reason and the build continues.
     *
     * <p>Example: {@code mvn verify -Dbpf.verify.required}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.verify.required", defaultValue = "false")
    private boolean required;

    /**
     * The kernels into which the objects are loaded instead of the running one, each in a virtual machine: images ({@code
     * vmlinuz}, {@code bzImage}), folders with one, such as unpacked packages, or artifacts ({@code
     * group:artifact[:extension[:classifier]]:version}) that are an image, or a jar or zip with one. Needs qemu, busybox and a
     * JDK with jlink, but neither root nor KVM. A table of programs and kernels is logged and written to {@code
     * target/bpf/kernels.json}; answers are kept until object, kernel or this plugin change.
     *
     * <p>Example: {@code mvn verify -Dbpf.verify.kernels=/boot/vmlinuz-6.1.0,kernels/6.12}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.verify.kernels")
    private @Nullable List<String> kernels;

    private final KernelArtifacts artifacts;

    /** Called by Maven. */
    @Inject
    public VerifyMojo(BuildContext markers, NativesResolver nativesResolver, KernelArtifacts artifacts) {
        super(markers, nativesResolver);
        this.artifacts = artifacts;
    }

    @Override
    boolean isSkipped() {
        return skipVerify;
    }

    @Override
    void run() {
        Layout layout = layout();
        List<Linked> objects = ProjectObjects.of(layout, objects(), variants());
        if (objects.isEmpty()) {
            log().info("no BPF objects to verify");
            return;
        }
        if (kernels != null && !kernels.isEmpty()) {
            List<String> named = kernels;
            new KernelsOperation(required, layout.work(), log()).run(objects, () -> named.stream()
                    .map(kernel -> kernel(kernel, layout))
                    .toList());
            return;
        }
        new VerifyOperation(TrialLoader.ofSystem(), required, layout.base(), layout.work(), log()).run(objects);
    }

    private Path kernel(String kernel, Layout layout) {
        Path path = layout.base().resolve(kernel);
        return !KernelArtifacts.isArtifact(kernel) || Files.exists(path)
                ? path
                : artifacts.resolve(
                        kernel,
                        layout.work().resolve("kernels"),
                        session().getRepositorySession(),
                        project().getRemoteProjectRepositories());
    }
}
