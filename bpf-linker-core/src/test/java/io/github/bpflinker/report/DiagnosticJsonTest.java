package io.github.bpflinker.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.KernelGap;
import io.github.bpflinker.diagnostic.Payload;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.diagnostic.SymbolOrigin;
import io.github.bpflinker.diagnostic.TimeLimit;
import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.version.KernelVersion;
import io.github.bpflinker.version.LlvmVersion;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiagnosticJsonTest {

    private static final List<Payload> PAYLOADS = List.of(
            CodeLimit.SIGNED_DIVISION,
            new KernelGap(
                    new KernelVersion(5, 3), new KernelVersion(7, 0), null, List.of(Remedy.of(Remedy.Action.UNROLL))),
            new KernelGap(null, null, "map", List.of(new Remedy(Remedy.Action.CPU, "v2"))),
            new ProcessKey("/l/libLLVM.so -a=b"),
            new SymbolOrigin("bpf_map_lookup_elem", 1),
            new SymbolOrigin("bpf_task_acquire", null),
            new TimeLimit(Duration.ofMinutes(5)),
            new WrittenBy("LLVM22.1.2-rust-1.95.0-stable", new LlvmVersion(22, 1, 2)),
            new WrittenBy("APPLE_1_1600.0.26.6_0", null));

    private static Diagnostic readBack(Diagnostic diagnostic) {
        return DiagnosticJson.read(
                JsonValue.parse(DiagnosticJson.write(diagnostic).toString()));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void readsBackWhatItWrites(Problem problem) {
        Diagnostic bare = Diagnostic.warning(problem);
        Diagnostic full = Diagnostic.error(problem)
                .withInput("lib.a(ü.o)")
                .withSymbol("s\"\\")
                .withFunction("f")
                .withLocation(new SourceLocation("a.c", 3, 0))
                .withDetail("two\nlines")
                .withRelated(List.of("a", "b"));

        assertThat(readBack(bare)).isEqualTo(bare);
        assertThat(readBack(full)).isEqualTo(full);
    }

    @Test
    void readsBackEachPayload() {
        for (Payload payload : PAYLOADS) {
            Diagnostic diagnostic = Diagnostic.note(Problem.INTERNAL).withPayload(payload);
            assertThat(readBack(diagnostic)).isEqualTo(diagnostic);
        }
        Set<Payload.Kind> kinds = PAYLOADS.stream().map(Payload::kind).collect(Collectors.toSet());
        assertThat(kinds).isEqualTo(EnumSet.allOf(Payload.Kind.class));
    }

    @Test
    void refusesWhatIsNoFinding() {
        assertThatThrownBy(() -> DiagnosticJson.read(JsonValue.parse("{\"severity\":\"error\"}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DiagnosticJson.read(JsonValue.parse("[]")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
