package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.generate.GenerateOptions;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.Versions;
import io.github.bpflinker.maven.generate.GenerateOperation;
import io.github.bpflinker.maven.generate.GenerateRequest;
import io.github.bpflinker.maven.generate.GenerateResult;
import io.github.bpflinker.maven.generate.JavaPackage;
import io.github.bpflinker.maven.generate.VariantPreference;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.BuildPluginManager;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Generates a Java class for each object, with its programs, maps and global variables, and records for their types.
 * The objects are compiled and linked before, with the settings that {@code bpf:compile} and {@code bpf:link} have in
 * the same execution.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "generate",
        defaultPhase = LifecyclePhase.GENERATE_SOURCES,
        requiresDependencyCollection = ResolutionScope.TEST,
        threadSafe = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class GenerateMojo extends AbstractObjectsMojo {

    private static final String CORE = "io.github.bpflinker:bpf-linker-core";
    private static final String JSPECIFY = "org.jspecify:jspecify";

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.generate.skip", defaultValue = "false")
    private boolean skipGenerate;

    /**
     * The package of the generated classes. By default {@code bpf} in the package named like the project's group id.
     *
     * <p>Example: {@code <package>org.example.packets</package>}
     *
     * @since 0.1.0
     */
    @Parameter(name = "package", property = "bpf.package")
    private @Nullable String packageName;

    /**
     * Further types of the objects for which records are generated, by their names in C or Rust: those that no map,
     * global variable or program refers to. {@code MAP=TYPE} also says which type the records of a ring buffer or perf
     * event array have. A type that no object has is an error.
     *
     * <p>Example: {@code <types><type>events=exec_event</type></types>}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.types")
    private @Nullable List<String> types;

    /**
     * The visibility of the generated classes: {@code public}, or {@code package} for use in their package only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.visibility", defaultValue = "public")
    private String visibility;

    /**
     * The folder for the generated sources. By default {@code target/generated-sources/bpf}, for objects in {@code
     * target/test-classes} {@code target/generated-test-sources/bpf}. Nothing else should be in it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.generatedSources")
    private @Nullable File generatedSources;

    private final BuildPluginManager goals;

    /** Called by Maven. */
    @Inject
    public GenerateMojo(BuildContext markers, NativesResolver nativesResolver, BuildPluginManager goals) {
        super(markers, nativesResolver);
        this.goals = goals;
    }

    @Override
    boolean isSkipped() {
        return skipGenerate;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        OtherGoals others = new OtherGoals(goals, session(), execution());
        others.run("compile");
        others.run("link");
        Layout layout = layout();
        List<Linked> objects = ProjectObjects.of(layout, objects(), new VariantPreference(cpu()).sorted(variants()));
        boolean ofTests = isIn(layout.objects(), project().getBuild().getTestOutputDirectory());
        Path sources = sources(ofTests);
        if (!objects.isEmpty()) {
            checkProject(layout, ofTests);
        }
        GenerateRequest request = new GenerateRequest(
                layout,
                objects,
                options(ofTests),
                sources,
                classes(ofTests),
                target().resolve("maven-status"),
                ownFiles().identity());
        tell(new GenerateOperation(request, log()).run(), objects, sources);
        register(sources, ofTests);
    }

    private void tell(GenerateResult result, List<Linked> objects, Path sources) {
        long count = objects.stream().map(Linked::name).distinct().count();
        if (!result.ran() && count > 0) {
            log().info("nothing to generate: " + count + " up to date");
        } else if (count > 0 || !result.removed().isEmpty()) {
            log().info("generated classes of " + count + (count == 1 ? " object" : " objects") + ": "
                    + result.created().size() + " files new, "
                    + result.changed().size() + " changed, "
                    + result.removed().size() + " removed");
        }
        if (result.hasChanges()) {
            markers().refresh(sources.toFile());
        }
        if (CompilerConfiguration.of(project(), session()).compilesOnlyChangedFiles()) {
            result.firstAffected().ifPresent(this::warnOfStaleUsers);
        }
    }

    private void warnOfStaleUsers(Path changed) {
        log().warn("maven-compiler-plugin compiles only changed files (useIncrementalCompilation is false), so classes"
                + " that use " + changed.getFileName()
                + " are not compiled again; run mvn clean, or remove that setting");
    }

    private void register(Path sources, boolean ofTests) {
        if (!Files.isDirectory(sources)) {
            return;
        }
        if (ofTests) {
            project().addTestCompileSourceRoot(sources.toString());
        } else {
            project().addCompileSourceRoot(sources.toString());
        }
    }

    private void checkProject(Layout layout, boolean ofTests) {
        Path classes = classes(ofTests);
        if (!isIn(layout.objects(), classes.toString())) {
            throw new BuildFailure(
                    new Reason.ObjectNotOnClassPath(layout.objects().toString(), classes.toString()));
        }
        if (!classPath(ofTests).has(CORE)) {
            throw new BuildFailure(new Reason.CoreMissing(Versions.load().plugin()));
        }
    }

    private CompilerClassPath classPath(boolean ofTests) {
        return new CompilerClassPath(project().getArtifacts(), ofTests);
    }

    private Path target() {
        return Path.of(project().getBuild().getDirectory());
    }

    private Path classes(boolean ofTests) {
        return Path.of(
                ofTests
                        ? project().getBuild().getTestOutputDirectory()
                        : project().getBuild().getOutputDirectory());
    }

    private Path sources(boolean ofTests) {
        return Optional.ofNullable(generatedSources).map(File::toPath).orElseGet(() -> target().resolve(
                        ofTests ? "generated-test-sources" : "generated-sources")
                .resolve("bpf"));
    }

    private static boolean isIn(Path folder, String parent) {
        return folder.toAbsolutePath()
                .normalize()
                .startsWith(Path.of(parent).toAbsolutePath().normalize());
    }

    private GenerateOptions options(boolean ofTests) {
        String name = packageName == null
                ? JavaPackage.ofGroup(project().getGroupId())
                : ParameterParser.packageName(packageName);
        return GenerateOptions.of(name)
                .withTypes(ParameterParser.values(types))
                .withVisibility(ParameterParser.visibility(visibility))
                .withNullMarked(classPath(ofTests).has(JSPECIFY));
    }

    /** Called by Maven for {@code <package>}, which is no name of a field. */
    public void setPackage(String name) {
        packageName = name;
    }
}
