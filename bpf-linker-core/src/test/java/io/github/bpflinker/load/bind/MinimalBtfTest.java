package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinimalBtfTest {

    private static final List<String> OBJECTS = List.of("core-fields", "core-missing", "core-types");
    private static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");

    @TempDir
    private Path folder;

    private static List<LoadPlan> plans() {
        return OBJECTS.stream().map(Objects::plan).toList();
    }

    private static Btf reread(Btf btf) {
        return BtfReader.read("minimal", ByteBuffer.wrap(BtfWriter.write(btf)));
    }

    /** The verdicts and values of all relocations, but for the ids of kernel types, which differ. */
    private static List<String> results(LoadPlan plan, Btf kernel) {
        return CorePreview.of(plan, List.of(new ModelTypes("vmlinux", kernel))).relocations().stream()
                .filter(relocation -> relocation.kind() != CoreRelocation.Kind.TYPE_ID_TARGET)
                .map(relocation -> {
                    CorePreview.Result result = relocation.results().get(0);
                    return relocation.target() + " " + result.verdict() + " " + result.value();
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1", "6.12", "7.3"})
    void resolvesWhatAllTypesOfTheKernelResolve(String name) {
        Btf kernel = CorePreviewTest.kernel(name);
        Btf minimal = reread(MinimalBtf.of(kernel, plans()));
        for (LoadPlan plan : plans()) {
            assertThat(results(plan, minimal)).isEqualTo(results(plan, kernel));
        }
    }

    @Test
    void isNotLargerThanThatOfBpftoolAndResolvesTheSame() throws IOException {
        String bpftool = Tool.BPFTOOL.require().toString();
        Tool.KERNEL_BTF.require();
        Path theirs = folder.resolve("theirs.btf");
        List<String> command =
                new ArrayList<>(List.of(bpftool, "gen", "min_core_btf", RUNNING.toString(), theirs.toString()));
        OBJECTS.forEach(object -> command.add(Objects.compile(object).toString()));
        Command.run(folder, command).orFail();
        Btf kernel = BtfReader.read("vmlinux", ByteBuffer.wrap(Files.readAllBytes(RUNNING)));
        byte[] ours = BtfWriter.write(MinimalBtf.of(kernel, plans()));
        assertThat((long) ours.length).isLessThanOrEqualTo(Files.size(theirs));
        Btf bpftools = BtfReader.read("theirs", ByteBuffer.wrap(Files.readAllBytes(theirs)));
        Btf minimal = BtfReader.read("ours", ByteBuffer.wrap(ours));
        for (LoadPlan plan : plans()) {
            assertThat(results(plan, minimal)).isEqualTo(results(plan, bpftools));
            assertThat(results(plan, minimal)).isEqualTo(results(plan, kernel));
        }
    }

    @Test
    void isEmptyForObjectsWithoutRelocations() {
        LoadPlan plan = Objects.plan("maps");
        assertThat(MinimalBtf.of(CorePreviewTest.kernel("6.1"), List.of(plan)).types())
                .isEmpty();
    }

    @Test
    void keepsOnlyFieldsThatAreUsed() {
        Btf minimal = MinimalBtf.of(CorePreviewTest.kernel("6.1"), List.of(Objects.plan("core-missing")));
        assertThat(minimal.types()).anySatisfy(type -> {
            assertThat(type.name()).isEqualTo("task_struct");
            assertThat(type.referenceCount()).isEqualTo(1);
        });
        assertThat(minimal.types()).noneMatch(type -> type instanceof BtfType.Ptr);
        assertThat(minimal.typeCount()).isLessThan(6);
    }
}
