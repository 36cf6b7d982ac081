package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the kernel of this machine may refuse loads in Debian's: function tracing, security hooks, structs of operations. */
class OtherKernelTest {

    @TempDir
    private Path folder;

    @Test
    void loadsWhatNeedsFunctionTracing() {
        JavaVm machine = JavaVm.require();
        List<Path> objects = Stream.of(
                        "function-entry", "function-exit", "security", "operations", "kconfig", "core-fields")
                .map(name -> LoadObjects.compile(Tool.CLANG_19, folder, name + ".bpf.c"))
                .toList();
        assertThat(machine.load(folder, objects))
                .anyMatch(line -> line.matches(".*/function-entry.bpf.o: accepted, 1 loaded: on_entry"))
                .anyMatch(line -> line.matches(".*/function-exit.bpf.o: accepted, 2 loaded: on_exit, instead"))
                .anyMatch(line -> line.matches(".*/security.bpf.o: accepted, 2 loaded: may_open, started"))
                .anyMatch(line -> line.matches(".*/operations.bpf.o: accepted, .*"))
                .anyMatch(line -> line.matches(".*/kconfig.bpf.o: accepted, .*"))
                .anyMatch(line -> line.matches(".*/core-fields.bpf.o: accepted, .*"))
                .noneMatch(line -> line.contains(": refused: ") || line.contains(": skipped: "));
    }
}
