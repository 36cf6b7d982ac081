package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Guest;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the kernel of this machine may refuse or lack, or what would change it, is done in Debian's: function tracing,
 * security hooks, structs of operations, replaced functions, modules, other settings of the system. All of it in one
 * virtual machine, which prints one section after the other.
 */
class OtherKernelTest {

    private static final List<String> LOADED =
            List.of("function-entry", "function-exit", "security", "operations", "kconfig", "core-fields", "variables");
    private static final List<String> COMPARED = List.of(
            "function-entry",
            "function-exit",
            "security",
            "operations",
            "variables",
            "modules",
            "replacement",
            "watcher");

    /** In the order in which they have to be loaded; {@code x_tables} is not needed by the others. */
    private static final List<String> MODULES =
            List.of("x_tables", "libcrc32c", "nf_defrag_ipv4", "nf_defrag_ipv6", "nf_conntrack");

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private static final String SCRIPT = """
            main=io.github.bpflinker.load.InOtherKernel
            mount -t securityfs security /sys/kernel/security
            echo 1 >/proc/sys/kernel/unprivileged_bpf_disabled
            echo "## unprivileged"
            /usr/bin/setpriv --reuid=1000 --regid=1000 --clear-groups /bin/java $main load socket-filter | grep -v "^##"
            java $main load %1$s -- modules %2$s -- replaces -- compares %3$s -- locks reads_the_kernel writes_to_users
            """;

    @TempDir
    private static Path folder;

    /** What was printed, by section. */
    private static Map<String, List<String>> printed = Map.of();

    @BeforeAll
    static void startsOne() throws IOException {
        JavaVm machine = JavaVm.require();
        Guest guest = Guest.running(SCRIPT.formatted(
                        String.join(" ", LOADED), String.join(" ", MODULES), String.join(" ", COMPARED)))
                .main(InOtherKernel.class)
                .main(SeenByKernel.class)
                .program(SETPRIV)
                .program("/load-by-libbpf", LoadObjects.libbpf(folder));
        for (String module : MODULES) {
            guest.file("/modules/" + module + ".ko", machine.module(module));
        }
        printed = sections(machine.run(folder, guest.files("/load", objects())));
    }

    private static List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.list(LoadObjects.SOURCES)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".bpf.c"))
                    .map(name -> LoadObjects.compile(Tool.CLANG_19, folder, name))
                    .toList();
        }
    }

    private static Map<String, List<String>> sections(List<String> lines) {
        Map<String, List<String>> sections = new LinkedHashMap<>();
        int start = -1;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith("## ")) {
                if (start >= 0) {
                    sections.put(lines.get(start).substring("## ".length()), lines.subList(start + 1, i));
                }
                start = i;
            }
        }
        return sections;
    }

    private static List<String> section(String name) {
        assertThat(printed).containsKey(name);
        return printed.getOrDefault(name, List.of());
    }

    @Test
    void loadsWhatNeedsFunctionTracing() {
        assertThat(section("loads"))
                .containsExactly(
                        "function-entry: 1 loaded",
                        "function-exit: 2 loaded",
                        "security: 2 loaded",
                        "operations: 4 loaded",
                        "kconfig: 1 loaded",
                        "core-fields: 5 loaded",
                        "variables: 1 loaded");
    }

    @Test
    void usesWhatModulesHave() {
        assertThat(section("modules")).first().asString().contains("does not exist here; load the module that has it");
        assertThat(section("modules").subList(1, section("modules").size()))
                .containsExactly(
                        // ENOENT: there is no such connection.
                        "looks_up returns 2",
                        "reads_a_variable returns 3",
                        "knows_types returns 9",
                        "on_entry is loaded",
                        "by_module is loaded");
    }

    @Test
    void saysThatTheSystemLetsNobodyElseLoad() {
        assertThat(section("unprivileged"))
                .containsExactly(
                        "socket-filter: map 'counts': operation not permitted (EPERM) from BPF_MAP_CREATE: maps of"
                                + " type array need CAP_BPF, which this process lacks (kernel.unprivileged_bpf_disabled is 1);"
                                + " run as root, or with that capability (a container with --cap-add=BPF)");
    }

    @Test
    void saysWhatALockedDownKernelTakesAway() {
        String lockedDown =
                "; the kernel is locked down (%s), so programs can't use this helper: boot without lockdown="
                        + " and Secure Boot";
        assertThat(section("integrity")).first().isEqualTo("reads_the_kernel: 1 loaded");
        assertThat(section("integrity").get(1))
                .contains("locked-down.bpf.c:15:12: the kernel refuses program 'writes_to_users': ")
                .endsWith(lockedDown.formatted("integrity"));
        assertThat(section("confidentiality").get(0))
                .contains("locked-down.bpf.c:8:5: the kernel refuses program 'reads_the_kernel': ")
                .endsWith(lockedDown.formatted("confidentiality"));
    }

    @Test
    void replacesAFunctionOfAnotherProgram() {
        assertThat(section("replaces"))
                .containsExactly(
                        "before, asks returns 2",
                        "replaced by tracing, asks returns 1",
                        "after, asks returns 2",
                        "watched 2 times at the entry, 1 at the exit of a function");
    }

    @Test
    void handsOverTheSameAsLibbpf() {
        assertThat(section("compares")).hasSameSizeAs(COMPARED).allSatisfy(line -> assertThat(line)
                .endsWith("] are the same"));
    }
}
