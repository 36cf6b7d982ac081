package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.load.bind.CorePreview.Relocation;
import io.github.bpflinker.load.bind.CorePreview.Result;
import io.github.bpflinker.load.bind.CorePreview.Verdict;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is predicted of relocations is what binding, which does the same as libbpf, makes of them. */
class CorePreviewTest {

    static Stream<Arguments> objectsAndKernels() {
        return Stream.of("core-fields", "core-missing", "core-types", "externs", "function-entry")
                .flatMap(object -> Stream.of("5.10", "6.1", "6.12", "7.3").map(kernel -> Arguments.of(object, kernel)));
    }

    static Btf kernel(String name) {
        return BtfReader.read(name, ByteBuffer.wrap(Objects.resource("kernels/" + name + ".btf")));
    }

    @ParameterizedTest
    @MethodSource("objectsAndKernels")
    void predictsWhatALoaderDoes(String object, String name) {
        ModelTypes kernel = new ModelTypes("vmlinux", kernel(name));
        LoadPlan plan = Objects.plan(object);
        CorePreview preview = CorePreview.of(plan, List.of(kernel));
        assertThat(preview.relocations())
                .hasSize(
                        plan.functions().stream().mapToInt(f -> f.core().size()).sum());
        BoundObject bound;
        try {
            bound = Binder.bind(plan, FileHost.withTypes(kernel));
        } catch (BindException e) {
            assertThat(preview.hasErrors()).as("%s", e.getMessage()).isTrue();
            return;
        }
        assertThat(preview.hasErrors()).isFalse();
        for (BoundProgram program : bound.programs()) {
            for (BoundProgram.FunctionStart start : program.functions()) {
                PlannedFunction function = plan.functions().get(start.function());
                preview.relocations().stream()
                        .filter(relocation -> relocation.function().equals(function.name())
                                && relocation.section().equals(function.section()))
                        .forEach(relocation -> agrees(relocation, program, start.at() + relocation.at()));
            }
        }
    }

    private static void agrees(Relocation relocation, BoundProgram program, int at) {
        Result result = relocation.results().get(0);
        boolean poisoned = program.poison().stream().anyMatch(poison -> poison.at() == at);
        assertThat(result.verdict() == Verdict.MISSING)
                .as("%s at %s is poisoned", relocation, at)
                .isEqualTo(poisoned);
        if (!poisoned) {
            CodeBuffer code = new CodeBuffer(program.code().toArray(), ByteOrder.LITTLE_ENDIAN);
            assertThat(PredictedRelocations.valueAt(code, at))
                    .as("%s", relocation)
                    .isEqualTo(result.value().orElseThrow());
        }
    }

    private static Result of(CorePreview preview, String target) {
        Optional<Relocation> found = preview.relocations().stream()
                .filter(relocation -> relocation.target().equals(target))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(target + " in " + preview))
                .results()
                .get(0);
    }

    @Test
    void saysWhatAKernelLacks() {
        CorePreview preview =
                CorePreview.of(Objects.plan("core-missing"), List.of(new ModelTypes("6.1", kernel("6.1"))));
        Result field = of(preview, "struct task_struct.no_kernel_has_this (byte_off)");
        assertThat(field.verdict()).isEqualTo(Verdict.MISSING);
        assertThat(field.reason()).isEqualTo("no field no_kernel_has_this in struct task_struct");
        Result asked = of(preview, "struct task_struct.no_kernel_has_this (field_exists)");
        assertThat(asked.verdict()).isEqualTo(Verdict.ABSENT);
        assertThat(asked.value()).hasValue(0);
        assertThat(of(preview, "struct nowhere.b (byte_off)").reason()).isEqualTo("no struct nowhere");
        assertThat(preview.relocations()).allSatisfy(relocation -> assertThat(relocation.location())
                .hasValueSatisfying(line -> assertThat(line.file()).endsWith("core-missing.o.c")));
    }
}
