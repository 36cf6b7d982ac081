package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.core.MinimalBtfOperation;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ProjectObjects;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/**
 * Writes the BTF of kernels reduced to what the CO-RE relocations of the objects need, for machines whose kernel has
 * none. The jar contains the files; an application passes their folder to {@code BpfLoader.kernelTypesIn}.
 *
 * @since 0.1.0
 */
@Mojo(name = "btf-min", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class BtfMinMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf-min.skip", defaultValue = "false")
    private boolean skipBtfMin;

    /**
     * The types of each kernel: files named by the release ({@code uname -r}), such as {@code 6.1.0-26-amd64.btf}, and
     * folders of such files.
     *
     * <p>Example: {@code <kernels><btf>src/main/btf</btf></kernels>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf-min.kernels", required = true)
    private List<File> kernels;

    /**
     * The folder for the reduced files, one for each kernel with the same name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf-min.directory", defaultValue = "${project.build.outputDirectory}/bpf/btf")
    private File minimalBtfDirectory;

    /** Called by Maven. */
    @Inject
    public BtfMinMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipBtfMin;
    }

    @Override
    void run() {
        List<Linked> objects = ProjectObjects.of(layout(), objects(), variants());
        MinimalBtfOperation.Result result = new MinimalBtfOperation(layout(), minimalBtfDirectory.toPath(), log())
                .run(
                        objects.stream().map(Linked::file).toList(),
                        kernels.stream().map(File::toPath).toList());
        log().info(
                        result.written() == 0
                                ? "nothing to write: minimal BTF up to date"
                                : "wrote " + result.written() + " minimal BTF to " + minimalBtfDirectory);
        if (result.removed() > 0) {
            log().info("removed " + result.removed() + " minimal BTF of other kernels");
        }
    }
}
