package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.link.ObjectLinkRequest;
import io.github.bpflinker.maven.link.ObjectLinking;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.worker.WorkerPool;
import io.github.bpflinker.option.OutputKind;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;

/**
 * Writes what becomes of each object as text or bitcode: BPF assembly, LLVM IR, LLVM bitcode.
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
     * What to write: {@code asm}, {@code llvm-ir}, {@code llvm-bc}, {@code obj}.
     *
     * <p>Example: {@code mvn compile bpf:emit -Dbpf.emit=asm,llvm-ir}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit", defaultValue = "asm")
    private List<String> emit;

    /**
     * Whether to write the code after optimization; otherwise what was merged, as {@code llvm-ir} or {@code llvm-bc}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit.optimized", defaultValue = "true")
    private boolean optimized;

    /**
     * Where to write.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.emit.directory", defaultValue = "${project.build.directory}/bpf/emit")
    private File emitDirectory;

    /** Made by Maven. */
    @Inject
    public EmitMojo(BuildContext markers, NativesResolver nativesResolver, WorkerPool workers) {
        super(markers, nativesResolver, workers);
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
