package io.github.bpflinker.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.KernelVersion;
import io.github.bpflinker.Problem;
import io.github.bpflinker.Severity;
import io.github.bpflinker.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelCheckTest {

    @TempDir
    private Path folder;

    private List<Diagnostic> check(String crafted, int major, int minor) throws IOException {
        Path object = CraftedCase.all()
                .filter(known -> known.toString().equals(crafted))
                .findFirst()
                .orElseThrow()
                .compile(folder);
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(object));
        return KernelCheck.check(Requirements.of(BpfObject.read("x.o", content)), new KernelVersion(major, minor));
    }

    private static List<Diagnostic> errors(List<Diagnostic> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
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
        assertThat(loop.detail()).isEqualTo("since 5.3");
        assertThat(loop.related()).containsExactly("unroll", "newer-kernel");
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
        assertThat(findings.get(0).detail()).isEqualTo("since 5.8, for map");
        assertThat(findings.get(0).related()).containsExactly("use:BPF_MAP_TYPE_PERF_EVENT_ARRAY", "newer-kernel");
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
