package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.bind.MinimalBtf;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel without BTF gets types for CO-RE from files by its release. */
class MinimalTypesTest {

    private static final Path BTF = Path.of("/sys/kernel/btf/vmlinux");

    @TempDir
    private Path folder;

    private RunningKernel withoutTypes;

    @BeforeEach
    void hidesTheTypesOfTheKernel() throws IOException {
        Root.require();
        Tool.KERNEL_BTF.require();
        Path root = Files.createDirectories(folder.resolve("root"));
        Files.createSymbolicLink(root.resolve("proc"), Path.of("/proc"));
        Files.createDirectories(root.resolve("sys"));
        Files.createSymbolicLink(root.resolve("sys/devices"), Path.of("/sys/devices"));
        withoutTypes = new RunningKernel(root, new Bpf(SystemCalls.ofSystem()));
    }

    private BpfObject object() throws IOException {
        return BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, "core-types.bpf.c"));
    }

    @Test
    void areUsedWhereTheKernelHasNone() throws IOException {
        BpfObject object = object();
        byte[] minimal = BtfWriter.write(
                MinimalBtf.of(BtfFile.read(BTF, null).btf(), List.of(Planner.plan(object, PlanOptions.none()))));
        Path types = Files.createDirectories(folder.resolve("types"));
        Files.write(types.resolve(withoutTypes.release().name() + ".btf"), minimal);
        try (LoadedObject loaded =
                BpfLoader.of(object).into(withoutTypes).kernelTypesIn(types).load()) {
            assertThat(loaded.programs()).isNotEmpty();
        }
    }

    @Test
    void areNotLookedForWhereTheKernelHasItsOwn() throws IOException {
        Path none = folder.resolve("none");
        try (LoadedObject loaded = BpfLoader.of(object()).kernelTypesIn(none).load()) {
            assertThat(loaded.programs()).isNotEmpty();
        }
    }

    @Test
    void ofAnotherKernelAreNoHelp() throws IOException {
        Path types = Files.createDirectories(folder.resolve("types"));
        BpfLoader loader = BpfLoader.of(object()).into(withoutTypes).kernelTypesIn(types);
        assertThatThrownBy(loader::load)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("for CO-RE give a BTF file");
    }
}
