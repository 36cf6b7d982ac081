package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.HandedOver;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The kernel gets the same of an object from this library and from libbpf: every C file of the folder {@code load} is loaded
 * by both, and compared. What the corpus loads is compared by {@code CorpusTest}.
 */
class SameAsLibbpfTest {

    private static final String COMPARED = ": OtherKernelTest compares it in a virtual machine";
    private static final String BYTES = ": LibbpfComparisonTest compares the instructions";

    /** What this machine's kernel does not load, whoever hands it over. */
    private static final Map<String, String> NOT_HERE = Map.ofEntries(
            Map.entry("replacement.bpf.c", "this kernel refuses freplace" + COMPARED),
            Map.entry("watcher.bpf.c", "this kernel refuses fentry" + COMPARED),
            Map.entry("function-entry.bpf.c", "this kernel refuses fentry" + COMPARED),
            Map.entry("function-exit.bpf.c", "this kernel refuses fexit" + COMPARED),
            Map.entry("security.bpf.c", "this kernel refuses lsm" + COMPARED),
            Map.entry("variables.bpf.c", "this kernel does not know addresses of variables" + COMPARED),
            Map.entry("modules.bpf.c", "this kernel has no modules" + COMPARED),
            Map.entry("module-names.bpf.c", "this kernel has no modules, and libbpf 1.1 takes no names of modules"),
            Map.entry("core-missing.bpf.c", "the verifier reaches what this kernel does not have" + BYTES),
            Map.entry("externs.bpf.c", "this kernel does not know addresses of variables" + BYTES));

    /** What Debian's libbpf 1.1 does not load. */
    private static final Map<String, String> TOO_NEW = Map.of(
            "globals.bpf.c", ".bss.NAME came with libbpf 1.2",
            "weak-functions.bpf.c", "weak functions of the kernel came with libbpf 1.2",
            "exceptions.bpf.c", "exception callbacks came with libbpf 1.3",
            "arena.bpf.c", "arenas came with libbpf 1.4",
            "arena-at-address.bpf.c", "arenas came with libbpf 1.4");

    @TempDir
    private Path folder;

    static Stream<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(LoadObjects.SOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".bpf.c"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void handsOver(String source) throws IOException {
        Root.require();
        Tool.BPFTOOL.require();
        String reason = NOT_HERE.get(source);
        if (reason != null) {
            Assumptions.abort(reason);
        }
        Path object = LoadObjects.compile(Tool.CLANG_19, folder, source);
        if (TOO_NEW.containsKey(source)) {
            assertThat(HandedOver.byLoader(folder, object, "")).isNotEmpty();
        } else {
            assertThat(HandedOver.byLoader(folder, object, ""))
                    .isEqualTo(HandedOver.byLibbpf(folder, LoadObjects.libbpf(folder), object));
        }
    }
}
