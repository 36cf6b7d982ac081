package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.doctor.Check;
import io.github.bpflinker.maven.doctor.DoctorChecks;
import io.github.bpflinker.maven.doctor.DoctorJson;
import io.github.bpflinker.maven.doctor.DoctorRequest;
import io.github.bpflinker.maven.doctor.DoctorText;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.maven.rust.RustSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Shows the compilers and LLVMs found, the features of the kernel, and missing components with the command that
 * installs them. Fails only if the project of the current folder needs a missing component. Downloads nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", threadSafe = true, requiresProject = false)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class DoctorMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.doctor.skip", defaultValue = "false")
    private boolean skipDoctor;

    /**
     * A file to which the report is also written as JSON.
     *
     * <p>Example: {@code mvn bpf:doctor -Dbpf.doctor.json=doctor.json}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.doctor.json")
    private @Nullable File json;

    /**
     * The C compiler, as for {@code bpf:compile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.clang", defaultValue = "embedded")
    private String clang;

    /**
     * The Rust compiler, as for {@code bpf:compile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.rustc")
    private @Nullable File rustc;

    /**
     * The cargo, as for {@code bpf:compile}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cargo")
    private @Nullable File cargo;

    /**
     * Whether the requirements of {@code bpf:verify} must be met.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.verify.required", defaultValue = "false")
    private boolean required;

    /** Called by Maven. */
    @Inject
    public DoctorMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipDoctor;
    }

    @Override
    void run() {
        List<Check> checks = DoctorChecks.run(request(), log());
        DoctorText.lines(checks).forEach(log()::info);
        if (json != null) {
            Reports.write(json.toPath(), DoctorJson.of(checks));
        }
        Optional<BuildFailure> failure = DoctorText.failure(checks);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private DoctorRequest request() {
        boolean project = hasProject();
        List<ObjectSpec> objects = project ? objects() : List.of();
        Path base = project ? layout().base() : Path.of("").toAbsolutePath();
        return new DoctorRequest(
                base,
                objects,
                variants().stream().map(Variant::endianness).distinct().toList(),
                clang,
                localNatives(),
                session().isOffline(),
                rust(base),
                required && project,
                KernelAbilities.ofSystem(),
                LlvmEnvironment.ofSystem());
    }

    private RustSettings rust(Path base) {
        return new RustSettings(
                Optional.ofNullable(rustc).map(File::toPath),
                Optional.ofNullable(cargo).map(File::toPath),
                "release",
                List.of(),
                List.of(),
                true,
                llvm(),
                List.of(base),
                System.getenv());
    }
}
