package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.bind.CorePreview.Relocation;
import io.github.bpflinker.load.bind.CorePreview.Result;
import io.github.bpflinker.load.bind.CorePreview.Verdict;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.Arrays;
import java.util.List;

/** Compares what is predicted of an object's relocations with what the loader makes of them. */
public final class PredictedRelocations {

    private static final int LD_IMM64 = 0x18;

    private PredictedRelocations() {}

    /** Verifies that verdict and value of each relocation of an object are those of the loader, and returns their number. */
    public static int verify(LoadPlan plan, TargetTypes kernel) {
        List<Relocation> predicted = CorePreview.of(plan, List.of(kernel)).relocations();
        List<CoreItem> items = CoreItem.of(plan);
        assertThat(predicted).hasSameSizeAs(items);
        if (items.isEmpty()) {
            return 0;
        }
        List<CodeBuffer> code = plan.functions().stream()
                .map(function -> new CodeBuffer(function.code().toArray(), plan.order()))
                .toList();
        try {
            List<List<Poison.MissingTarget>> poison = bind(plan, kernel, code);
            for (int i = 0; i < items.size(); i++) {
                int at = items.get(i).reference().at();
                int function = items.get(i).index();
                boolean poisoned = poison.get(function).stream().anyMatch(missing -> missing.at() == at);
                verify(predicted.get(i), kernel, poisoned, valueAt(code.get(function), at));
            }
        } catch (BindException e) {
            Relocation first = predicted.stream()
                    .filter(relocation -> result(relocation).verdict() == Verdict.ERROR)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("not predicted for " + kernel.name(), e));
            assertThat(new BindProblem.BadRelocation(
                            first.section(),
                            first.function(),
                            first.target(),
                            first.location(),
                            result(first).reason()))
                    .isEqualTo(e.problem());
        }
        return items.size();
    }

    private static List<List<Poison.MissingTarget>> bind(LoadPlan plan, TargetTypes kernel, List<CodeBuffer> code) {
        Host host = FileHost.withTypes(kernel);
        boolean[] all = new boolean[plan.functions().size()];
        Arrays.fill(all, true);
        TargetTypes local = new ModelTypes(plan.name(), plan.btf().orElseThrow().types());
        return new CoreBinder(plan, local, host, new KernelLookup(plan.name(), host, new ModuleList())).bind(all, code);
    }

    private static Result result(Relocation relocation) {
        return relocation.results().get(0);
    }

    private static void verify(Relocation predicted, TargetTypes kernel, boolean poisoned, long value) {
        Result result = result(predicted);
        assertThat(result.verdict()).as("%s for %s", predicted, kernel.name()).isNotEqualTo(Verdict.ERROR);
        assertThat(result.verdict() == Verdict.MISSING)
                .as("%s is poisoned for %s", predicted, kernel.name())
                .isEqualTo(poisoned);
        if (!poisoned) {
            assertThat(result.value()).as("%s for %s", predicted, kernel.name()).hasValue(value);
        }
    }

    /** What a relocation made of an instruction: its constant or its offset. */
    static long valueAt(CodeBuffer code, int at) {
        int instructionClass = code.opcode(at) & 7;
        if (code.opcode(at) == LD_IMM64) {
            return (code.constant(at) & 0xffff_ffffL) | (long) code.constant(at + 1) << 32;
        }
        return instructionClass == 4 || instructionClass == 7 ? code.constant(at) : code.offset(at);
    }
}
