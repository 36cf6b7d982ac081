package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.load.bind.PredictedRelocations;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is predicted of each CO-RE relocation of an object is what the loader makes of it, on all kernels at hand. */
final class CorePredictions {

    private CorePredictions() {}

    static void verify(Path object) throws IOException {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(object));
        int recorded = recorded(ElfFile.read(object.toString(), content));
        if (recorded == 0) {
            return;
        }
        LoadPlan plan = Planner.plan(object.toString(), content, PlanOptions.none());
        for (TargetTypes kernel : KernelTypesAtHand.all()) {
            assertThat(PredictedRelocations.verify(plan, kernel))
                    .as("relocations of which something is predicted")
                    .isEqualTo(recorded);
        }
    }

    private static int recorded(ElfFile elf) {
        if (elf.section(".BTF.ext").isEmpty() || elf.section(".BTF").isEmpty()) {
            return 0;
        }
        return BtfFile.read(elf, null).ext().stream()
                .flatMap(ext -> ext.relocations().stream())
                .mapToInt(section -> section.entries().size())
                .sum();
    }
}
