package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.LinkResult.Output;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links in processes of their own, which a crash of LLVM can take down without this one; the sibling of
 * {@link io.github.bpflinker.link.Linker#inProcess()}. A process is kept for the next link with the same LLVM and options.
 * Safe for use by several threads: as many links run at once as there are processors, others wait.
 *
 * <p>The processes have the Java, the class path and the options of this one.
 */
public final class WorkerLinker implements AutoCloseable {

    private static final String MAIN = "io.github.bpflinker.cli.Main";

    private final ChildWorkers workers;

    private WorkerLinker(ChildWorkers workers) {
        this.workers = workers;
    }

    /** Starts no process before one is needed. */
    public static WorkerLinker open() {
        return new WorkerLinker(new ChildWorkers(() -> ChildCommand.like(MAIN, List.of("--persistent_worker"))));
    }

    /**
     * Runs one link.
     *
     * @throws LinkException for everything that the user can mend, and if LLVM ends the process: then
     *     {@link Problem#LLVM_CRASHED} with its last words and the phase, and the next link gets a new process
     * @throws IllegalArgumentException if an input is not a file
     */
    public LinkResult link(LinkRequest request) {
        if (request.output().isPresent()) {
            return result(request);
        }
        try {
            Path folder = Files.createTempDirectory("bpf-linker-");
            try {
                LinkRequest written =
                        request.toBuilder().output(folder.resolve("output")).build();
                return inMemory(result(written));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new LinkException(Diagnostic.error(Problem.OUTPUT_UNWRITABLE).withDetail(SystemReason.of(e)), e);
        }
    }

    private LinkResult result(LinkRequest request) {
        WorkResponse response = workers.run(request.processKey(), WorkRequest.of(request.toArguments()));
        Optional<LinkReport> report = response.report();
        Optional<LinkResult> result = report.flatMap(LinkReport::result);
        if (result.isPresent() && response.exitCode() == 0) {
            return result.get();
        }
        List<Diagnostic> found = report.map(LinkReport::diagnostics).orElse(List.of());
        throw new LinkException(
                found.isEmpty()
                        ? List.of(Diagnostic.error(Problem.INTERNAL)
                                .withDetail(response.output().strip()))
                        : found,
                null);
    }

    private static LinkResult inMemory(LinkResult result) throws IOException {
        List<Output> outputs = new ArrayList<>();
        for (Output output : result.outputs()) {
            ByteBuffer content =
                    ByteBuffer.wrap(Files.readAllBytes(output.file().orElseThrow()));
            outputs.add(Output.inMemory(output.kind(), content));
        }
        return new LinkResult(
                outputs, result.diagnostics(), result.map(), result.phases(), result.llvm(), result.object());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Ends the processes. */
    @Override
    public void close() {
        workers.close();
    }
}
