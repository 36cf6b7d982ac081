package io.github.bpflinker.link.marker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One object of a tracer in Rust, linked once, sees what is true here and on other kernels. */
class RustTracerTest {

    private static final Path SOURCES = Path.of("src/test/resources/markers");

    /** The types of a kernel with which no kernel agrees: other offsets, no more fields than the tracer uses. */
    private static final String OTHER_TYPES = """
            struct kernfs_node { long more; unsigned long long id; };
            struct cgroup { struct kernfs_node *kn; };
            struct css_set { int more; struct cgroup *dfl_cgrp; };
            struct ns_common { char more[9]; unsigned inum; };
            struct pid_namespace { struct ns_common ns; };
            struct nsproxy { struct pid_namespace *pid_ns_for_children; };
            struct signal_struct { int nr_threads; };
            struct task_struct {
                unsigned long long start_time; struct nsproxy *nsproxy; unsigned more : 3, in_iowait : 1; char comm[16];
                struct signal_struct *signal; int exit_code, tgid, pid; struct task_struct *real_parent;
                struct css_set *cgroups;
            };
            enum pid_type { PIDTYPE_MORE, PIDTYPE_SID };
            struct kernfs_node a; struct cgroup b; struct css_set c; struct pid_namespace d; struct nsproxy e;
            struct signal_struct f; struct task_struct g; enum pid_type h;
            struct cpuinfo_x86 { short more; unsigned char x86; } cpu_info;
            void *bpf_cast_to_kern_ctx(void *object) { return object; }
            """;

    @TempDir
    private static Path folder;

    private static Path object = Path.of("");

    private static Path symbols = Path.of("");

    @BeforeAll
    static void links() throws IOException {
        Path types = Compiler.embeddedClang(
                folder, "types.o", OTHER_TYPES, "--target=bpfel", "-O2", "-g", "-ffile-prefix-map=" + folder + "=.");
        Path launcher = Distribution.make(Files.createDirectory(folder.resolve("linker")));
        object = linked(launcher, "tracer", types);
        symbols = linked(launcher, "symbols", types);
    }

    private static Path linked(Path launcher, String name, Path types) throws IOException {
        Path bitcode = Compiler.rustc(
                folder,
                name + ".bc",
                Files.readString(SOURCES.resolve(name + ".rs")),
                "--crate-type=lib",
                "--emit=llvm-bc",
                "--edition=2024",
                "-Cdebuginfo=2");
        Path linked = folder.resolve(name + ".o");
        // rustc's bitcode takes another LLVM than the one of this process.
        String said = Command.run(
                        launcher.toString(),
                        bitcode.toString(),
                        "--btf",
                        "--kernel-types=" + types,
                        "-o",
                        linked.toString())
                .orFail();
        assertThat(said).isEmpty();
        return linked;
    }

    private static void seesWhatIsTrue(List<String> lines) {
        assertThat(lines).hasSizeGreaterThan(15).allSatisfy(line -> {
            String[] values = line.substring(line.indexOf(": ") + 2).split(", ", -1);
            assertThat(values[0]).as(line).isEqualTo(values[1]);
        });
    }

    @Test
    void seesWhatIsTrueHere() throws IOException, InterruptedException {
        Root.requireProcessIds();
        seesWhatIsTrue(TracedProcesses.trace(object));
    }

    @Test
    void seesWhatIsTrueInLinux61() {
        seesWhatIsTrue(JavaVm.require(JavaVm.DEBIAN_12).run(folder, TracedProcesses.class, List.of(object)));
    }

    @Test
    void seesWhatIsTrueInLinux612WithFunctionsVariablesAndConfiguration(@TempDir Path other) {
        List<String> lines =
                JavaVm.require(JavaVm.DEBIAN_13).run(other, TracedProcesses.class, List.of(symbols, object));
        assertThat(lines).anyMatch(line -> line.startsWith("variable without type: "));
        seesWhatIsTrue(lines);
    }
}
