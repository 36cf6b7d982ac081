package io.github.bpflinker.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the BTF of a kernel names, the tables know for its release. With {@code -Dbpf.kernelBtf=FILE} and {@code
 * -Dbpf.kernelRelease=7.3} that is any kernel, otherwise the running one.
 */
class RunningKernelNamesTest {

    /** Functions of self-tests, which are in kernels for no other reason. */
    private static final List<String> OF_TESTS =
            List.of("bpf_kfunc_call_", "bpf_modify_return_test", "bpf_fentry_test", "bpf_test");

    /** Functions of the kernel that are named like hooks. */
    private static final Set<String> NO_HOOKS = Set.of(
            "find_cgroup_shim",
            "get_retval_range",
            "has_d_inode_locked",
            "hook_returns_errno",
            "is_sleepable_hook",
            "is_trusted");

    private static final String HOOK = "bpf_lsm_";
    private static final String OPERATIONS = "bpf_struct_ops_";

    /** Structs of the kernel that are named like structs of operations. */
    private static final Set<String> NO_OPERATIONS =
            Set.of("value", "map", "arg_info", "desc", "common_value", "link", "bpf_testmod_ops");

    private static Btf kernel;
    private static KernelVersion release;

    @BeforeAll
    static void read() {
        String file = System.getProperty("bpf.kernelBtf", "");
        Path path = file.isEmpty() ? Tool.KERNEL_BTF.require() : Path.of(file);
        kernel = BtfFile.read(path, null).btf();
        release = KernelVersion.parse(System.getProperty("bpf.kernelRelease", System.getProperty("os.version")))
                .orElseThrow();
    }

    private static List<String> unknown(List<String> names, Function<String, Feature> table) {
        return names.stream().filter(name -> !table.apply(name).isIn(release)).toList();
    }

    @Test
    void everyTaggedFunctionIsAKfuncOfThisRelease() {
        List<String> wrong = new ArrayList<>();
        for (BtfType type : kernel.types()) {
            if (type instanceof BtfType.DeclTag tag
                    && tag.name().equals("bpf_kfunc")
                    && kernel.type(tag.type()) instanceof BtfType.Func function
                    && kernel.type(function.type()) instanceof BtfType.FuncProto prototype
                    && OF_TESTS.stream().noneMatch(function.name()::startsWith)
                    && !Kfuncs.of(
                                    function.name(),
                                    OptionalInt.of(prototype.params().size()))
                            .isIn(release)) {
                wrong.add(function.name());
            }
        }
        assertThat(wrong).as("Linux %s", release).isEmpty();
    }

    @Test
    void everyHookIsAHookOfThisRelease() {
        ProgramSection section = KernelFacts.get().section("lsm/file_open").orElseThrow();
        List<String> hooks = functions(HOOK).stream()
                .filter(name -> !NO_HOOKS.contains(name))
                .toList();
        assertThat(unknown(hooks, name -> Targets.of(section, "lsm/" + name).orElseThrow()))
                .as("Linux %s", release)
                .isEmpty();
    }

    @Test
    void everyStructOfOperationsIsOneOfThisRelease() {
        List<String> structs = kernel.types().stream()
                .filter(type -> type instanceof BtfType.Struct && type.name().startsWith(OPERATIONS))
                .map(type -> type.name().substring(OPERATIONS.length()))
                .filter(name -> !NO_OPERATIONS.contains(name))
                .toList();
        assertThat(unknown(structs, Targets::operations))
                .as("Linux %s", release)
                .isEmpty();
    }

    @Test
    void everyIteratorThatTheTableNamesIsThere() {
        List<String> functions = functions("bpf_iter_");
        ProgramSection section = KernelFacts.get().section("iter/task").orElseThrow();
        for (String name : List.of("bpf_map", "task", "task_file", "task_vma", "bpf_link", "ksym")) {
            boolean known = Targets.of(section, "iter/" + name).orElseThrow().isIn(release);
            assertThat(functions.contains(name))
                    .as("%s in Linux %s", name, release)
                    .isEqualTo(known);
        }
    }

    private static List<String> functions(String prefix) {
        return kernel.types().stream()
                .filter(type -> type instanceof BtfType.Func && type.name().startsWith(prefix))
                .map(type -> type.name().substring(prefix.length()))
                .toList();
    }
}
