package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.btf.VmlinuxOperation;
import io.github.bpflinker.maven.btf.VmlinuxRequest;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
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
 * Writes {@code vmlinux.h}, the types of a kernel as a C header; accesses to its structs are CO-RE relocations. {@code
 * bpf:compile} searches its default folder. If the project has a crate, also the Rust crate {@code vmlinux} in {@code
 * target/bpf/vmlinux}.
 *
 * @since 0.1.0
 */
@Mojo(name = "vmlinux", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true, requiresProject = false)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class VmlinuxMojo extends AbstractObjectsMojo {

    private static final String NAME = "vmlinux.h";

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.vmlinux.skip", defaultValue = "false")
    private boolean skipVmlinux;

    /**
     * The kernel's BTF, raw or in an ELF file. By default that of the running kernel, {@code /sys/kernel/btf/vmlinux};
     * a copy among the sources makes the build independent of the machine.
     *
     * <p>Example: {@code <vmlinuxBtf>src/main/bpf/vmlinux-6.1.btf</vmlinuxBtf>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.vmlinux.btf")
    private @Nullable File vmlinuxBtf;

    /**
     * The types to write, with their dependencies. By default all types of the kernel, some 3 MB. The crate
     * always has all.
     *
     * <p>Example: {@code -Dbpf.vmlinux.root=task_struct,sk_buff}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.vmlinux.root")
    private @Nullable List<String> vmlinuxRoot;

    /**
     * The header. By default {@code target/bpf/include/vmlinux.h}, without a project {@code ./vmlinux.h}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.vmlinux.output")
    private @Nullable File vmlinuxOutput;

    /** Called by Maven. */
    @Inject
    public VmlinuxMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipVmlinux;
    }

    @Override
    void run() {
        Path header = header();
        Path btf = vmlinuxBtf == null ? KernelAbilities.KERNEL_BTF : vmlinuxBtf.toPath();
        Optional<Layout> layout = hasProject() ? Optional.of(layout()) : Optional.empty();
        Optional<Path> crate = layout.filter(project ->
                        objects().stream().anyMatch(object -> object.crate().isPresent()))
                .map(Layout::generatedCrate);
        VmlinuxRequest request = new VmlinuxRequest(
                btf,
                ParameterParser.values(vmlinuxRoot),
                header,
                crate,
                layout,
                ownFiles().identity());
        VmlinuxOperation.Result written = new VmlinuxOperation(request, log()).run();
        log().info((written.header() ? "wrote " : "up to date: ") + header);
        crate.ifPresent(folder -> log().info((written.crate() ? "wrote " : "up to date: ") + folder));
    }

    private Path header() {
        if (vmlinuxOutput != null) {
            return vmlinuxOutput.toPath();
        }
        return hasProject() ? layout().generatedIncludes().resolve(NAME) : Path.of(NAME);
    }
}
