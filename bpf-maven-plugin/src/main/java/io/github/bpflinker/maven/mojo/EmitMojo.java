package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.link.ObjectLinkRequest;
import io.github.bpflinker.maven.link.ObjectLinking;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.SharedWorkers;
import io.github.bpflinker.option.OutputKind;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/**
 * Writes the code of each object as BPF assembly, LLVM IR or LLVM bitcode.
 *
 * @since 0.1.0
 */
@Mojo(name = "emit", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class EmitMojo extends AbstractLinkMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit.skip", defaultValue = "false")
    private boolean skipEmit;

    /**
     * The kinds of output: {@code asm}, {@code llvm-ir}, {@code llvm-bc}, {@code obj}.
     *
     * <p>Example: {@code mvn compile bpf:emit -Dbpf.emit=asm,llvm-ir}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit", defaultValue = "asm")
    private List<String> emit;

    /**
     * Whether to write the code after optimization; otherwise the merged module before it, as {@code llvm-ir} or {@code
     * llvm-bc}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit.optimized", defaultValue = "true")
    private boolean optimized;

    /**
     * The output folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit.directory", defaultValue = "${project.build.directory}/bpf/emit")
    private File emitDirectory;

    /** Called by Maven. */
    @Inject
    public EmitMojo(
            BuildContext markers,
            NativesResolver nativesResolver,
            SharedWorkers workers,
            KernelTypesResolver kernelTypes) {
        super(markers, nativesResolver, workers, kernelTypes);
    }

    @Override
    boolean isSkipped() {
        return skipEmit;
    }

    @Override
    void run() {
        Layout layout = layout();
        List<OutputKind> kinds = ParameterParser.emitted(emit, optimized);
        ObjectLinkRequest request = new ObjectLinkRequest(
                "emit", layout, objects(), variants(), kinds, emitDirectory.toPath(), false, dumpModule(), threads());
        ObjectLinking.Result result = new ObjectLinking(request, engine(!optimized), log()).run();
        if (result.runs() == 0 && !result.jobs().isEmpty()) {
            log().info("nothing to write: " + result.jobs().size() + " up to date");
        }
    }
}
