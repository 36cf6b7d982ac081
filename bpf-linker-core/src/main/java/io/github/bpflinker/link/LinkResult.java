package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The result of a link. Immutable.
 *
 * @param outputs one output for each requested kind, in that order
 * @param diagnostics warnings and notes, in the order in which they were found
 * @param map the link map
 * @param phases the time of each phase, in order of execution
 * @param llvm the LLVM that was used; empty if all inputs were compiled already
 * @param object the summary of the object; empty if none was requested
 */
public record LinkResult(
        List<Output> outputs,
        List<Diagnostic> diagnostics,
        LinkMap map,
        List<PhaseTime> phases,
        Optional<LlvmUsed> llvm,
        Optional<ObjectSummary> object) {

    public LinkResult {
        outputs = List.copyOf(outputs);
        diagnostics = List.copyOf(diagnostics);
        phases = List.copyOf(phases);
    }

    /** An output of a link. */
    public static final class Output {

        private final OutputKind kind;
        private final @Nullable Path file;
        private final @Nullable ByteBuffer content;

        private Output(OutputKind kind, @Nullable Path file, @Nullable ByteBuffer content) {
            this.kind = kind;
            this.file = file;
            this.content = content == null ? null : content.asReadOnlyBuffer();
        }

        static Output of(OutputKind kind, Optional<Path> file, ByteBuffer content) {
            return new Output(kind, file.orElse(null), content);
        }

        /** An output that was written by another process. */
        public static Output written(OutputKind kind, Path file) {
            return new Output(kind, file, null);
        }

        /** One that was not written to a file. */
        public static Output inMemory(OutputKind kind, ByteBuffer content) {
            return new Output(kind, null, content);
        }

        /** The kind of output. */
        public OutputKind kind() {
            return kind;
        }

        /** The file; empty if the request has no output file. */
        public Optional<Path> file() {
            return Optional.ofNullable(file);
        }

        /**
         * Returns a new read-only view of all bytes.
         *
         * @throws UncheckedIOException if the link ran in another process and the file can't be read
         */
        public ByteBuffer content() {
            if (content != null) {
                return content.duplicate();
            }
            try {
                return ByteBuffer.wrap(Files.readAllBytes(Objects.requireNonNull(file)))
                        .asReadOnlyBuffer();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
     * @param provider where it comes from
     * @param version its version
     * @param library its file
     */
    public record LlvmUsed(Provider provider, LlvmVersion version, Path library) {}
}
