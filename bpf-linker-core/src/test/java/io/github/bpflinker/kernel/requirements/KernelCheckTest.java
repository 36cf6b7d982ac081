package io.github.bpflinker.kernel.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.KernelGap;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCheckTest {

    @TempDir
    private Path folder;

    private List<Diagnostic> check(String crafted, int major, int minor) throws IOException {
        return check(crafted, KernelCheck.against(new KernelVersion(major, minor)));
    }

    private List<Diagnostic> check(String crafted, KernelCheck check) throws IOException {
        Path object = CraftedCase.all()
                .filter(known -> known.toString().equals(crafted))
                .findFirst()
                .orElseThrow()
                .compile(folder);
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(object));
        return check.check(Requirements.of(BpfObject.read("x.o", content)));
    }

    private static List<Diagnostic> errors(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static KernelGap gap(Diagnostic finding) {
        return finding.payload(KernelGap.class).orElseThrow();
    }

    private static List<String> remedies(Diagnostic finding) {
        return gap(finding).remedies().stream().map(Remedy::id).toList();
    }

    @Test
    void findsALoopInAnOldKernelWithItsLine() throws IOException {
        List<Diagnostic> findings = errors(check("code-loop", 5, 2));
        assertThat(findings).hasSize(1);
        Diagnostic loop = findings.get(0);
        assertThat(loop.problem()).isEqualTo(Problem.KERNEL_TOO_OLD);
        assertThat(loop.input()).isEqualTo("x.o");
        assertThat(loop.symbol()).isEqualTo("bounded-loop");
        assertThat(loop.function()).isEqualTo("prog");
        assertThat(gap(loop).since()).isEqualTo(new KernelVersion(5, 3));
        assertThat(remedies(loop)).containsExactly("unroll", "newer-kernel");
        SourceLocation location = loop.location();
        assertThat(location).isNotNull();
        assertThat(String.valueOf(location)).contains("code-loop.c:8");
    }

    @Test
    void hasNothingAgainstAKernelThatIsNewEnough() throws IOException {
        assertThat(check("code-loop", 5, 3)).isEmpty();
    }

    @Test
    void namesTheMapThatIsTooNew() throws IOException {
        List<Diagnostic> findings = errors(check("map-ring-buffer", 5, 4));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).symbol()).isEqualTo("BPF_MAP_TYPE_RINGBUF");
        assertThat(findings.get(0).function()).isNull();
        assertThat(gap(findings.get(0)).since()).isEqualTo(new KernelVersion(5, 8));
        assertThat(gap(findings.get(0)).user()).isEqualTo("map");
        assertThat(remedies(findings.get(0))).containsExactly("use:BPF_MAP_TYPE_PERF_EVENT_ARRAY", "newer-kernel");
    }

    @Test
    void placesMapsWhereTheSourceDefinesThem() throws IOException {
        SourceLocation definition = new SourceLocation("x.c", 3, 0);
        KernelCheck check = new KernelCheck(new KernelVersion(5, 4), Map.of("map", definition), Set.of());
        assertThat(errors(check("map-ring-buffer", check)))
                .singleElement()
                .extracting(Diagnostic::location)
                .isEqualTo(definition);
    }

    @Test
    void placesProgramsAtTheirFirstLineIfTheSourceIsNotAtHand() throws IOException {
        assertThat(errors(check("limit-stack", 4, 15)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.location()).isNotNull());
    }

    @Test
    void recommendsNothingThatWasDoneAlready() throws IOException {
        KernelVersion old = new KernelVersion(5, 2);
        assertThat(errors(check("code-atomic", KernelCheck.against(old))))
                .anySatisfy(finding -> assertThat(remedies(finding)).containsExactly("cpu:v2", "newer-kernel"));
        KernelCheck chosen = new KernelCheck(old, Map.of(), Set.of(Remedy.Action.CPU));
        assertThat(errors(check("code-atomic", chosen)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(remedies(finding)).noneMatch(remedy -> remedy.startsWith("cpu")));
    }

    @Test
    void recommendsNothingThatTheKernelLacks() throws IOException {
        assertThat(errors(check("helper-probe-read-kernel", 5, 4)))
                .anySatisfy(finding -> assertThat(remedies(finding)).contains("use:bpf_probe_read"));
        KernelFacts facts = KernelFacts.get();
        for (Feature feature : facts.helpers().values()) {
            for (Remedy remedy : feature.remedies()) {
                if (remedy.action() == Remedy.Action.USE) {
                    assertThat(facts.instead(remedy)).as(remedy.id()).isPresent();
                }
            }
        }
    }

    @Test
    void onlyNotesBtfThatLoadersLower() throws IOException {
        List<Diagnostic> findings = check("btf-enum64", 5, 15);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(findings.get(0).symbol()).isEqualTo("ENUM64");
    }

    @Test
    void saysThatNoKernelAcceptsRecursion() throws IOException {
        List<Diagnostic> findings = errors(check("limit-recursion", 6, 18));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).problem()).isEqualTo(Problem.KERNEL_REFUSES);
        assertThat(findings.get(0).symbol()).isEqualTo("recursion");
    }
}
