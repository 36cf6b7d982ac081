package io.github.bpflinker.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTextTest {

    @TempDir
    private Path folder;

    @Test
    void namesTheComplaintFirstHoweverLongTheLogIs() throws IOException {
        Path file = Compiler.clang(Tool.CLANG_22, folder, "probe.o", """
                __attribute__((section("xdp"), used)) int broken(int *c) { return *(int *)(long)c[3]; }
                """, "--target=bpf", "-O2", "-g");
        BpfObject object = BpfObject.read("probe.o", ByteBuffer.wrap(Files.readAllBytes(file)));
        BpfFunction program = object.programs().get(0);
        List<String> log = new ArrayList<>(List.of(
                "0: (61) r1 = *(u32 *)(r1 +12)",
                "1: (61) r0 = *(u32 *)(r1 +0)",
                "R1 invalid mem access 'scalar'",
                "",
                "Verification failed: Register Type Safety: Invalid dereference",
                "",
                "Reason:",
                "  No.",
                "",
                "At:",
                "  broken @ probe.o.c:1:67"));
        for (int i = 0; i < 100; i++) {
            log.add("  Causal step");
        }
        log.addAll(List.of("", "Suggestion:", "  Write it otherwise.", "", "processed 2 insns (limit 1000000)"));
        VerifierError error = new VerifierErrorReader(object)
                .read(log, Optional.empty(), program)
                .orElseThrow();
        Verification verification = new Verification(
                new Refused(Optional.of("broken"), error.message(), log),
                List.of(new ProgramVerdict(
                        "broken",
                        "xdp",
                        Optional.empty(),
                        Verdict.REFUSED,
                        false,
                        2,
                        VerifierStatistics.parse(log),
                        OptionalInt.empty(),
                        Optional.of(error))),
                "");

        assertThat(String.join("\n", VerificationText.lines("probe.o", verification)))
                .startsWith("probe.o: refused: program 'broken': R1 invalid mem access 'scalar' (")
                .contains("probe.o.c:1:67)\n", "  1: (61) r0", "  Suggestion: Write it otherwise.")
                .doesNotContain("Causal step");
        assertThat(VerificationText.table(verification).isEmpty()).isTrue();
    }

    @Test
    void saysWhyAnObjectIsRefusedOfWhichNoProgramIsToBlame() {
        Verification verification = new Verification(
                new Refused(Optional.empty(), "map 'm': invalid argument (EINVAL) from BPF_MAP_CREATE", List.of()),
                List.of(),
                "");
        assertThat(VerificationText.lines("probe.o", verification))
                .containsExactly("probe.o: refused: map 'm': invalid argument (EINVAL) from BPF_MAP_CREATE");
    }
}
