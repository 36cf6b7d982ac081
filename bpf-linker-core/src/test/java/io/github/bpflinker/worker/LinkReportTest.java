package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.LinkMap;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.ObjectSummary;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkReportTest {

    @Test
    void readsBackEverythingThatALinkGave(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.o"), "content");
        LinkResult result = new LinkResult(
                List.of(LinkResult.Output.written(OutputKind.OBJ, file)),
                List.of(Diagnostic.warning(Problem.NO_DEBUG_INFO)),
                new LinkMap(
                        List.of(new LinkMap.LinkedInput("a.bc", "command line", "a.bc")),
                        List.of(new LinkMap.LinkedSymbol("prog", LinkMap.SymbolKind.FUNCTION, "xdp", "a.bc", true))),
                List.of(new LinkResult.PhaseTime("read", Duration.ofNanos(1234))),
                Optional.of(
                        new LinkResult.LlvmUsed(Provider.SYSTEM, new LlvmVersion(22, 1, 8), Path.of("/l/libLLVM.so"))),
                Optional.of(new ObjectSummary(1, 2, 34, 567)));
        WorkResponse sent =
                new WorkResponse(0, "text", 3, Optional.of(new LinkReport(result.diagnostics(), Optional.of(result))));

        WorkResponse read = WorkResponse.parse(sent.toJson());

        assertThat(read.exitCode()).isZero();
        assertThat(read.output()).isEqualTo("text");
        assertThat(read.id()).isEqualTo(3);
        LinkReport report = read.report().orElseThrow();
        assertThat(report.diagnostics()).isEqualTo(result.diagnostics());
        LinkResult back = report.result().orElseThrow();
        assertThat(back.map()).isEqualTo(result.map());
        assertThat(back.phases()).isEqualTo(result.phases());
        assertThat(back.llvm()).isEqualTo(result.llvm());
        assertThat(back.object()).isEqualTo(result.object());
        assertThat(back.outputs()).singleElement().satisfies(output -> {
            assertThat(output.kind()).isEqualTo(OutputKind.OBJ);
            assertThat(output.file()).contains(file);
            assertThat(output.content()).isEqualTo(ByteBuffer.wrap("content".getBytes(StandardCharsets.UTF_8)));
        });
    }
}
