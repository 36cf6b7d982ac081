package io.github.bpflinker.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.KernelVersion;
import io.github.bpflinker.testing.KernelVm;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningKernelsTest {

    @TempDir
    private Path folder;

    /** With {@code -Dbpf.kernelImage=PATH} this holds the tables against any other kernel. */
    @Test
    void anotherKernelLoadsExactlyWhatTheTablesSay() {
        KernelVm machine = KernelVm.require();
        List<CraftedCase> cases = CraftedCase.all().filter(CraftedCase::loads).toList();
        KernelVm.Answers answers = machine.load(
                folder, cases.stream().map(crafted -> crafted.compile(folder)).toList());
        KernelVersion kernel = KernelVersion.parse(answers.release()).orElseThrow();
        TreeMap<String, String> surprises = new TreeMap<>();
        for (CraftedCase crafted : cases) {
            boolean expected = KernelVersion.parse(crafted.release())
                    .map(kernel::isAtLeast)
                    .orElse(false);
            String name = crafted + ".o";
            String log = String.valueOf(answers.refusals().get(name));
            if (answers.isLoaded(name) != expected || !(expected || log.contains(crafted.refusal()))) {
                surprises.put(crafted + ", " + crafted.release(), log);
            }
        }
        assertThat(surprises).as("Linux %s", answers.release()).isEmpty();
    }
}
