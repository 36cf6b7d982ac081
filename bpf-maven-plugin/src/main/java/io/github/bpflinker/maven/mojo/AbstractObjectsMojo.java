package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.StrayFiles;
import io.github.bpflinker.maven.link.LinkSettings;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ConfiguredObjects;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectConventions;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.Cpu;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/** The base of the goals that process the objects of a project. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
abstract class AbstractObjectsMojo extends AbstractBpfMojo {

    /**
     * The folder of BPF sources. A file {@code NAME.bpf.c}, or a folder NAME with C files, a {@code Cargo.toml}, or
     * both, is the object NAME. The folder {@code include} contains headers.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.sourceDirectory", defaultValue = "${project.basedir}/src/main/bpf")
    private File sourceDirectory;

    /**
     * The folder for the objects. By default it is part of the class path, so that the jar contains them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.outputDirectory", defaultValue = "${project.build.outputDirectory}/bpf")
    private File outputDirectory;

    /**
     * The folder for bitcode and other intermediate files.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.workDirectory", defaultValue = "${project.build.directory}/bpf")
    private File workDirectory;

    /**
     * The objects of the project, instead of those found in the source folder.
     *
     * <p>Example:
     *
     * <pre>{@code
     * <objects>
     *   <object>
     *     <name>probe</name>
     *     <sources><source>src/bpf/probe.c</source></sources>
     *     <crate>src/bpf/probe-rs</crate>
     *     <exports><export>on_exec</export></exports>
     *     <cpu>v2</cpu>
     *   </object>
     * </objects>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<ObjectConfiguration> objects;

    /**
     * Further variants in which all objects are linked, each in its own folder below the output folder.
     *
     * <p>Example:
     *
     * <pre>{@code
     * <variants>
     *   <variant><classifier>v4</classifier><cpu>v4</cpu></variant>
     *   <variant><classifier>be</classifier><target>bpfeb</target></variant>
     *   <variant><classifier>old</classifier><kernel>4.15</kernel></variant>
     * </variants>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private @Nullable List<VariantConfiguration> variants;

    /**
     * The byte order of the machines that load the objects: {@code bpfel} for little-endian ones, {@code bpfeb}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.target", defaultValue = "bpfel")
    private String target;

    /**
     * The BPF instruction set: {@code generic}, {@code probe} (that of the host), {@code v1}, {@code v2} (Linux 4.14),
     * {@code v3} (Linux 5.1), {@code v4} (Linux 6.6). By default {@code v3}, for C the value of {@code -mcpu} in {@code
     * <cflags>}, or with {@code <kernel>} the newest that this kernel supports.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.cpu")
    private @Nullable String cpu;

    /**
     * The libLLVM of the linker: {@code auto} (the first of the following that can read every input), {@code embedded}
     * (from Maven Central), {@code rustc} (that of an installed Rust toolchain), {@code system}, or the path of one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.llvm", defaultValue = "auto")
    private String llvm;

    AbstractObjectsMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    final Layout layout() {
        return new Layout(
                project().getBasedir().toPath(),
                sourceDirectory.toPath(),
                workDirectory.toPath(),
                outputDirectory.toPath());
    }

    final Cpu cpu() {
        return cpu == null ? LinkSettings.USUAL_CPU : ParameterParser.cpu(cpu);
    }

    final boolean choosesCpu() {
        return cpu != null;
    }

    final String llvm() {
        return ParameterParser.llvm(
                llvm, hasProject() ? Optional.of(project().getBasedir().toPath()) : Optional.empty());
    }

    /** The objects configured in the POM or, without configuration, those of the source directory. */
    final List<ObjectSpec> objects() {
        if (objects != null && !objects.isEmpty()) {
            return ConfiguredObjects.of(
                    objects.stream().map(ObjectConfiguration::entry).toList());
        }
        ObjectConventions.Found found = ObjectConventions.find(sourceDirectory.toPath());
        found.strays().forEach(this::tellStray);
        return found.objects();
    }

    /** Reports a source that is not part of an object. */
    void tellStray(Path file) {
        log().debug(StrayFiles.sentence(file));
    }

    /** The default variant and those of the POM. */
    final List<Variant> variants() {
        Endianness plain = ParameterParser.target(target);
        List<Variant> all = new ArrayList<>(List.of(Variant.plain(plain)));
        if (variants != null) {
            variants.forEach(variant -> all.add(variant.variant(plain)));
            ParameterParser.checkUnique(all.stream().map(Variant::classifier).toList());
        }
        return all;
    }
}
