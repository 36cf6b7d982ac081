package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.StrayFiles;
import io.github.bpflinker.maven.c.CSettings;
import io.github.bpflinker.maven.c.TargetArch;
import io.github.bpflinker.maven.compile.CompileOperation;
import io.github.bpflinker.maven.compile.CompileRequest;
import io.github.bpflinker.maven.compile.ExecutionConflicts;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.maven.rust.RustSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the BPF sources of the project, C with clang and Rust with cargo, to bitcode for {@code bpf:link}.
 *
 * @since 0.1.0
 */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class CompileMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.compile.skip", defaultValue = "false")
    private boolean skipCompile;

    /**
     * The C compiler: {@code embedded} (clang from Maven Central, downloaded on first use), {@code system} (the
     * installed one), or the path of a clang with the BPF target.
     *
     * <p>Example: {@code <clang>/usr/bin/clang-22</clang>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.clang", defaultValue = "embedded")
    private String clang;

    /**
     * Header folders, searched after {@code include} of the source folder and before all others, for example for a
     * specific libbpf.
     *
     * <p>Example: {@code <includes><include>libbpf/src</include></includes>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.includes")
    private @Nullable List<File> includes;

    /**
     * The use of headers that are installed on the machine: {@code last} (searched after those of the project and of
     * this plugin), {@code first} (searched before those of this plugin, for example for an installed libbpf), or
     * {@code none} (not searched, so that builds are the same on all machines). {@code true} means {@code first},
     * {@code false} means {@code last}.
     *
     * <p>Example: {@code <systemHeaders>none</systemHeaders>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.systemHeaders", defaultValue = "last")
    private String systemHeaders;

    /**
     * Macros for C.
     *
     * <p>Example: {@code <defines><define>MAX_ENTRIES=1024</define></defines>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.defines")
    private @Nullable List<String> defines;

    /**
     * Further options for clang. They follow the plugin's options and override them. Header folders in them are
     * searched after {@code <includes>} and before the plugin's.
     *
     * <p>Example: {@code <cflags><cflag>-Wall</cflag></cflags>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cflags")
    private @Nullable List<String> cflags;

    /**
     * The processor architecture for tracing programs, by its name in libbpf's macros: {@code x86}, {@code arm64},
     * {@code s390}, {@code riscv} … By default that of this machine.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.targetArch")
    private @Nullable String targetArch;

    /**
     * The Rust compiler. By default the first that can build for BPF, with a prebuilt core for BPF or as a nightly with
     * rust-src, of {@code RUSTC}, the PATH, the system and rustup's toolchains.
     *
     * <p>Example: {@code <rustc>/usr/bin/rustc</rustc>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.rustc")
    private @Nullable File rustc;

    /**
     * The cargo. By default the one in the folder of the compiler.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cargo")
    private @Nullable File cargo;

    /**
     * Cargo's profile. Debug information is always enabled, because BTF is generated from it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.profile", defaultValue = "release")
    private String profile;

    /**
     * Features of the crates to enable.
     *
     * <p>Example: {@code <features><feature>ipv6</feature></features>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.features")
    private @Nullable List<String> features;

    /**
     * Further arguments for {@code cargo build}.
     *
     * <p>Example: {@code <cargoArgs><cargoArg>--locked</cargoArg></cargoArgs>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cargoArgs")
    private @Nullable List<String> cargoArgs;

    /** Called by Maven. */
    @Inject
    public CompileMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipCompile;
    }

    @Override
    void tellStray(Path file) {
        log().warn(StrayFiles.sentence(file));
    }

    @Override
    void run() {
        List<ObjectSpec> objects = objects();
        if (objects.isEmpty()) {
            log().info("no BPF sources in " + layout().sources());
            return;
        }
        objects.forEach(object -> object.sources().forEach(source -> markers().removeMessages(source.toFile())));
        CompileRequest request = new CompileRequest(
                layout(),
                objects,
                variants().stream().map(Variant::endianness).distinct().toList(),
                cSettings(layout()),
                clang,
                rustSettings(),
                ownFiles().workerClassPath(),
                ownFiles().identity(),
                threads());
        checkExecutions(request);
        int runs = new CompileOperation(request, natives(), log()).run();
        if (runs == 0) {
            log().info("nothing to compile: " + objects.size() + " up to date");
        }
    }

    /** Checks conflicts between executions, except for a goal that is invoked on the command line. */
    private void checkExecutions(CompileRequest request) {
        if (!isOfCommandLine()) {
            String name = ExecutionConflicts.class.getName();
            ExecutionConflicts others = project().getContextValue(name) instanceof ExecutionConflicts known
                    ? known
                    : new ExecutionConflicts();
            project().setContextValue(name, others);
            others.add(executionId(), request);
        }
    }

    private CSettings cSettings(Layout layout) {
        List<Path> folders = new ArrayList<>(List.of(layout.includes()));
        if (includes != null) {
            includes.forEach(folder -> folders.add(folder.toPath()));
        }
        folders.add(layout.generatedIncludes());
        return new CSettings(
                folders,
                List.of(layout.dependencyIncludes()),
                ParameterParser.systemHeaders(systemHeaders),
                ParameterParser.values(defines),
                ParameterParser.values(cflags),
                targetArch == null
                        ? TargetArch.ofHost(System.getProperty("os.arch", ""))
                        : ParameterParser.targetArch(targetArch),
                cpu().optionName(),
                roots());
    }

    private RustSettings rustSettings() {
        return new RustSettings(
                Optional.ofNullable(rustc).map(file -> ParameterParser.program("rustc", file)),
                Optional.ofNullable(cargo).map(file -> ParameterParser.program("cargo", file)),
                profile,
                ParameterParser.values(features),
                ParameterParser.values(cargoArgs),
                session().isOffline(),
                llvm(),
                roots(),
                System.getenv());
    }

    /** The directories of the project and of its parent projects. */
    private List<Path> roots() {
        List<Path> roots = new ArrayList<>(List.of(project().getBasedir().toPath()));
        MavenProject parent = project().getParent();
        while (parent != null && parent.getBasedir() != null) {
            roots.add(parent.getBasedir().toPath());
            parent = parent.getParent();
        }
        File all = session().getRequest().getMultiModuleProjectDirectory();
        if (all != null) {
            roots.add(all.toPath());
        }
        return roots.stream().distinct().toList();
    }
}
