package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.btf.BtfDumpOperation;
import io.github.bpflinker.maven.natives.NativesResolver;
import io.github.bpflinker.maven.project.ProjectObjects;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.codehaus.plexus.build.BuildContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes the BTF of the project's objects, or of any file, as a listing, a C header, a Rust crate or JSON.
 *
 * <p>Without a project: {@code mvn -q io.github.bpflinker:bpf-maven-plugin:btf-dump -Dbpf.file=/sys/kernel/btf/vmlinux}
 *
 * @since 0.1.0
 */
@Mojo(name = "btf-dump", defaultPhase = LifecyclePhase.COMPILE, threadSafe = true, requiresProject = false)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters
public class BtfDumpMojo extends AbstractObjectsMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf-dump.skip", defaultValue = "false")
    private boolean skipBtfDump;

    /**
     * A file to read instead of the project's objects: an ELF file with a section {@code .BTF}, or raw BTF.
     *
     * <p>Example: {@code -Dbpf.file=/sys/kernel/btf/vmlinux}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.file")
    private @Nullable File file;

    /**
     * The output formats: {@code raw} (the raw format of bpftool), {@code c} (a header), {@code rust} (a
     * crate for CO-RE), {@code json}.
     *
     * <p>Example: {@code -Dbpf.format=c,json}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.format", defaultValue = "raw")
    private List<String> format;

    /**
     * The types to write to a C header, with their dependencies. By default all types.
     *
     * <p>Example: {@code -Dbpf.format=c -Dbpf.root=task_struct,sk_buff}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.root")
    private @Nullable List<String> root;

    /**
     * The base of split BTF: the kernel's BTF, for a kernel module.
     *
     * <p>Example: {@code -Dbpf.file=/sys/kernel/btf/tun -Dbpf.base=/sys/kernel/btf/vmlinux}
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.base")
    private @Nullable File base;

    /**
     * The output file for {@code bpf.file}. By default standard output.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.output")
    private @Nullable File output;

    /**
     * The folder for the BTF of the project's objects.
     *
     * @since 0.1.0
     */
    @Parameter(property = "bpf.btf-dump.directory", defaultValue = "${project.build.directory}/bpf/btf")
    private File btfDirectory;

    /** Called by Maven. */
    @Inject
    public BtfDumpMojo(BuildContext markers, NativesResolver nativesResolver) {
        super(markers, nativesResolver);
    }

    @Override
    boolean isSkipped() {
        return skipBtfDump;
    }

    @Override
    void run() {
        BtfDumpOperation operation = new BtfDumpOperation(
                ParameterParser.btfFormats(format),
                ParameterParser.values(root),
                Optional.ofNullable(base).map(File::toPath),
                log());
        if (file != null) {
            if (output != null) {
                operation.write(file.toPath(), output.toPath());
            } else {
                print(operation.text(file.toPath()));
            }
        } else if (!hasProject()) {
            throw new BuildFailure(new Reason.ProjectOrParameter("btf-dump", "bpf.file"));
        } else {
            int written = operation.write(ProjectObjects.of(layout(), objects(), variants()), btfDirectory.toPath());
            log().info(written == 0 ? "nothing to write: BTF up to date" : "wrote BTF to " + btfDirectory);
        }
    }

    private static void print(String text) {
        // Not System.out, which Maven can redirect to its log.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
    }
}
