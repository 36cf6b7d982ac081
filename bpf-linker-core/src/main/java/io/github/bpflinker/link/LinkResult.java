package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a link gave. Immutable.
 *
 * @param outputs one for each kind that was asked for, in that order
 * @param diagnostics warnings and notes, in the order in which they were found
 * @param map what was kept, and why
 * @param phases how long each phase took, in the order in which they ran
 * @param llvm the LLVM that did the work
 */
public record LinkResult(
        List<Output> outputs, List<Diagnostic> diagnostics, LinkMap map, List<PhaseTime> phases, LlvmUsed llvm) {

    public LinkResult {
        outputs = List.copyOf(outputs);
        diagnostics = List.copyOf(diagnostics);
        phases = List.copyOf(phases);
    }

    /**
     * One output.
     *
     * @param kind what it is
     * @param file where it was written; empty if the request named no output
     * @param content its bytes, read-only
     */
    public record Output(OutputKind kind, Optional<Path> file, ByteBuffer content) {
        public Output {
            content = content.asReadOnlyBuffer();
        }

        /** A fresh view of the bytes, from the first to the last. */
        @Override
        public ByteBuffer content() {
            return content.duplicate();
        }
    }

    /**
     * The time of one phase.
     *
     * @param name the phase, such as {@code resolve} or {@code optimize}
     * @param time wall time
     */
    public record PhaseTime(String name, Duration time) {}

    /**
     * The LLVM that was used.
     *
     * @param provider {@code embedded}, {@code rustc}, {@code system} or {@code explicit}
     * @param version its version
     * @param library its file
     */
    public record LlvmUsed(String provider, LlvmVersion version, Path library) {}
}
