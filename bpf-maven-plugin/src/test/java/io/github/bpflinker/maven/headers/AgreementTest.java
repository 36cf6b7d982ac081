package io.github.bpflinker.maven.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and layouts are those of the kernel: of its installed headers, and of the one that runs. */
class AgreementTest {

    /**
     * Counts of enumerators and masks of all of them, which grow from kernel to kernel, and the reserved bits of the TCP
     * header, of which newer ones have taken one for accurate ECN.
     */
    private static final String GROWING =
            "value_(\\w*MAX\\w*|BPF_SOCK_OPS_ALL_CB_FLAGS|TCP_RESERVED_BITS)|bits_tcphdr__res1";

    @TempDir
    private Path folder;

    private final Clang clang = Machine.clang();

    static List<String> installed() {
        List<String> installed = Headers.names().stream()
                .filter(name -> name.startsWith("linux/"))
                .filter(name -> Files.exists(Machine.INSTALLED.resolve(name)))
                .toList();
        // Where there is none, the test says what it needs.
        return installed.isEmpty() ? List.of("linux/bpf.h") : installed;
    }

    @ParameterizedTest
    @MethodSource("installed")
    void installedHeadersAgree(String name) {
        Machine.require(Machine.MULTIARCH.resolve("asm/types.h"));
        List<String> theirs = List.of(
                "-I",
                Machine.INSTALLED.toString(),
                "-I",
                Machine.MULTIARCH.toString(),
                "-idirafter",
                Headers.FOLDER.toString());
        compare(List.of(name), Inventory.of(clang, List.of(name), true), List.of(name), theirs);
    }

    @Test
    void theRunningKernelAgrees() {
        Machine.writeVmlinux(folder);
        List<String> names = Headers.names().stream()
                .filter(name -> name.matches("linux/\\w+\\.h"))
                .toList();
        compare(
                names,
                Inventory.of(clang, names, false),
                List.of("vmlinux.h"),
                List.of("-DBPF_NO_PRESERVE_ACCESS_INDEX", "-I", folder.toString()));
    }

    private void compare(List<String> names, Inventory inventory, List<String> theirNames, List<String> theirOptions) {
        List<String> ourOptions = List.of("-D__TARGET_ARCH_x86", "-I", Headers.FOLDER.toString());
        Map<String, String> ours = Values.of(clang, folder, names, inventory.declarations(), ourOptions);
        Map<String, String> theirs = Values.of(clang, folder, theirNames, inventory.declarations(), theirOptions);
        assertThat(differences(ours, theirs)).isEmpty();
        assertThat(theirs.size()).as("known to both").isGreaterThanOrEqualTo(ours.size() / 2);
    }

    private static List<String> differences(Map<String, String> ours, Map<String, String> theirs) {
        List<String> differences = new ArrayList<>();
        theirs.forEach((name, value) -> {
            String own = ours.getOrDefault(name, "nothing");
            if (!own.equals(value) && !name.matches(GROWING) && !grew(name, own, value, ours, theirs)) {
                differences.add(name + ": ours " + own + ", theirs " + value);
            }
        });
        return differences;
    }

    /** Whether a struct is longer on one side because it has members there that the other kernel does not know. */
    private static boolean grew(
            String name, String own, String value, Map<String, String> ours, Map<String, String> theirs) {
        if (!name.startsWith("size_")) {
            return false;
        }
        String members = "offset_" + name.substring("size_".length()) + "__";
        boolean oursHasMore =
                ours.keySet().stream().anyMatch(key -> key.startsWith(members) && !theirs.containsKey(key));
        return oursHasMore || number(value) > number(own);
    }

    private static long number(String value) {
        return Long.parseLong(value.replaceAll("\\D", ""));
    }
}
