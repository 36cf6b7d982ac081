package io.github.bpflinker.maven.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeadersCompileTest {

    private static final List<String> MACHINES =
            List.of("x86", "s390", "arm", "arm64", "mips", "powerpc", "sparc", "riscv", "arc", "loongarch");

    /** As in libbpf, it needs the kernel's types before it, from wherever they come, and a machine. */
    private static final String OF_TYPES = "bpf/usdt.bpf.h";

    private static final String MACHINE = "-D__TARGET_ARCH_x86";

    /** What programs include besides, of which this plugin has nothing or a part. */
    private static final List<String> INSTALLED = List.of(
            "stdbool.h",
            "stddef.h",
            "stdint.h",
            "string.h",
            "arpa/inet.h",
            "netinet/in.h",
            "sys/socket.h",
            "linux/if_link.h",
            "linux/if_tunnel.h",
            "linux/in.h",
            "linux/ipc.h",
            "linux/netfilter.h",
            "linux/pkt_cls.h",
            "linux/rtnetlink.h",
            "linux/sched.h",
            "linux/tcp.h",
            "linux/tc_act/tc_bpf.h");

    @TempDir
    private Path folder;

    static List<Clang> clangs() {
        return Machine.clangs();
    }

    /**
     * All but those of one byte order, of which asm/byteorder.h takes the right one; that which needs types before it
     * comes last.
     */
    private static Stream<String> together() {
        return Stream.concat(
                Headers.names().stream()
                        .filter(name -> !name.startsWith("linux/byteorder/"))
                        .filter(name -> !name.equals(OF_TYPES)),
                Stream.of(OF_TYPES));
    }

    @ParameterizedTest
    @MethodSource("clangs")
    void eachCompilesAlone(Clang clang) {
        for (String name : Headers.names()) {
            List<String> options =
                    new ArrayList<>(List.of("-target", "bpfel", "-std=c11", "-I", Headers.FOLDER.toString()));
            if (name.equals(OF_TYPES)) {
                options.addAll(List.of("-include", "linux/bpf.h", "-include", "linux/ptrace.h", MACHINE));
            }
            Path source = Machine.write(folder.resolve("alone.c"), "#include <" + name + ">\nint unused;\n");
            Run run = clang.compile(source, folder.resolve("alone.o"), options);
            assertThat(run).as(name).isEqualTo(new Run(0, ""));
        }
    }

    @ParameterizedTest
    @MethodSource("clangs")
    void allCompileTogetherInEitherByteOrderAndEachLanguage(Clang clang) {
        String all = together()
                .map(name -> "#include <" + name + ">\n")
                .collect(Collectors.joining("", "", "int unused;\n"));
        Path source = Machine.write(folder.resolve("all.c"), all);
        for (String target : List.of("bpfel", "bpfeb")) {
            for (String language : List.of("c11", "gnu11", "gnu17")) {
                List<String> options =
                        List.of("-target", target, "-std=" + language, MACHINE, "-I", Headers.FOLDER.toString());
                Run run = clang.compile(source, folder.resolve("all.o"), options);
                assertThat(run).as(target + " " + language).isEqualTo(new Run(0, ""));
            }
        }
    }

    @Test
    void allCompileAfterVmlinux() {
        Machine.writeVmlinux(folder);
        String all = together()
                .map(name -> "#include <" + name + ">\n")
                .collect(Collectors.joining("", "#include \"vmlinux.h\"\n", "int unused;\n"));
        Path source = Machine.write(folder.resolve("all.c"), all);
        List<String> options =
                List.of("-target", "bpfel", MACHINE, "-I", folder.toString(), "-I", Headers.FOLDER.toString());
        assertThat(Machine.clang().compile(source, folder.resolve("all.o"), options))
                .isEqualTo(new Run(0, ""));
    }

    @Test
    void standBeforeInstalledOnesWithoutHidingWhatOnlyThoseHave() {
        Machine.require(Machine.INSTALLED.resolve("linux/if_link.h"));
        String source = Stream.concat(INSTALLED.stream(), Stream.of("linux/bpf.h", "bpf/bpf_helpers.h"))
                .map(name -> "#include <" + name + ">\n")
                .collect(Collectors.joining(
                        "", "", "int theirs = TCA_BPF_FD, ours = BPF_MAP_TYPE_ARENA + TRI_MODULE;\n"));
        Path file = Machine.write(folder.resolve("installed.c"), source);
        List<String> options = new ArrayList<>(List.of("-target", "bpfel"));
        for (Path each : List.of(Headers.FOLDER, Machine.INSTALLED, Machine.MULTIARCH)) {
            options.addAll(List.of("-isystem", each.toString()));
        }
        assertThat(Machine.clang().compile(file, folder.resolve("installed.o"), options))
                .isEqualTo(new Run(0, ""));
    }

    @Test
    void knowTheRegistersOfEachMachine() {
        for (String machine : MACHINES) {
            List<String> options = new ArrayList<>(List.of("-target", "bpf", "-std=c11"));
            options.addAll(List.of("-D__TARGET_ARCH_" + machine, "-I", Headers.FOLDER.toString()));
            Run run = Machine.clang().compile(Headers.PROGRAMS.resolve("machine.c"), folder.resolve("m.o"), options);
            assertThat(run).as(machine).isEqualTo(new Run(0, ""));
        }
    }

    @Test
    void askForAMachineWhereRegistersAreUsedWithoutOne() {
        Run run = Machine.clang()
                .compile(
                        Headers.PROGRAMS.resolve("machine.c"),
                        folder.resolve("m.o"),
                        List.of("-target", "bpf", "-I", Headers.FOLDER.toString()));
        assertThat(run.succeeded()).isFalse();
        assertThat(run.output()).contains("-D__TARGET_ARCH_x86 or another");
    }
}
