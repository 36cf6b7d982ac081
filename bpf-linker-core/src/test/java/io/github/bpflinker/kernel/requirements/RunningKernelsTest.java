package io.github.bpflinker.kernel.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.verify.LoadResult;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.testing.KernelVm;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningKernelsTest {

    private static final KernelVersion AFTER_DEBIAN = new KernelVersion(6, 2);
    private static final KernelVersion NEVER = new KernelVersion(999, 0);

    @TempDir
    private Path folder;

    /** What no kernel of Debian 12 knows: the running one may. */
    @Test
    void theRunningKernelLoadsWhatTheTablesSayOfNewFeatures() throws IOException {
        Root.require();
        KernelVersion running =
                KernelVersion.parse(System.getProperty("os.version")).orElseThrow();
        List<CraftedCase> cases = CraftedCase.all()
                .filter(crafted -> crafted.loadsIn(running))
                .filter(crafted -> release(crafted).isAtLeast(AFTER_DEBIAN))
                .toList();
        TreeMap<String, LoadResult> surprises = new TreeMap<>();
        for (CraftedCase crafted : cases) {
            LoadResult result = TrialLoader.ofSystem()
                    .load(BpfObject.read(
                            crafted.toString(), ByteBuffer.wrap(Files.readAllBytes(crafted.compile(folder)))));
            if (result instanceof LoadResult.Skipped skipped) {
                Assumptions.abort(skipped.reason());
            }
            if (result instanceof LoadResult.Accepted != running.isAtLeast(release(crafted))) {
                surprises.put(crafted + ", " + crafted.release(), result);
            }
        }
        assertThat(surprises).as("Linux %s", running).isEmpty();
    }

    /** That of a case; a distant one for what no kernel accepts. */
    private static KernelVersion release(CraftedCase crafted) {
        return KernelVersion.parse(crafted.release()).orElse(NEVER);
    }

    /** With {@code -Dbpf.kernelImage=PATH} this holds the tables against any other kernel. */
    @Test
    void anotherKernelLoadsExactlyWhatTheTablesSay() {
        KernelVm machine = KernelVm.require();
        List<CraftedCase> cases =
                CraftedCase.all().filter(crafted -> crafted.loadsIn(NEVER)).toList();
        KernelVm.Answers answers = machine.load(
                folder, cases.stream().map(crafted -> crafted.compile(folder)).toList());
        KernelVersion kernel = KernelVersion.parse(answers.release()).orElseThrow();
        TreeMap<String, String> surprises = new TreeMap<>();
        for (CraftedCase crafted : cases) {
            if (!crafted.loadsIn(kernel)) {
                continue;
            }
            boolean expected = kernel.isAtLeast(release(crafted));
            String name = crafted + ".o";
            String log = String.valueOf(answers.refusals().get(name));
            if (answers.isLoaded(name) != expected || !(expected || log.contains(crafted.refusal()))) {
                surprises.put(crafted + ", " + crafted.release(), log);
            }
        }
        assertThat(surprises).as("Linux %s", answers.release()).isEmpty();
    }
}
