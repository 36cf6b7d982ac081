package io.github.bpflinker.cli.worker;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LastLines;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.llvm.locate.TemporaryFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A worker in a process of its own, which takes one request at a time. */
final class ChildWorker implements AutoCloseable {

    private static final int SECONDS_TO_END = 2;
    private static final int LAST_LINES = 8;

    private final Process process;
    private final Writer requests;
    private final BufferedReader responses;
    private final LastLines errors;
    private final Path phaseFile;

    private ChildWorker(Process process, Path phaseFile) {
        this.process = process;
        this.phaseFile = phaseFile;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.responses = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.errors = LastLines.of(process.getErrorStream(), LAST_LINES, System.err::println);
    }

    /**
     * Starts it.
     *
     * @param command java, its options, the main class, the arguments
     */
    static ChildWorker start(List<String> command) throws IOException {
        Path phaseFile = TemporaryFile.create("bpf-linker-", ".phase");
        List<String> marked = new ArrayList<>(command);
        marked.add(1, "-D" + PhaseMarker.PROPERTY + "=" + phaseFile);
        try {
            return new ChildWorker(new ProcessBuilder(marked).start(), phaseFile);
        } catch (IOException e) {
            Files.deleteIfExists(phaseFile);
            throw e;
        }
    }

    /**
     * Has the child do the request.
     *
     * @throws LinkException {@link Problem#LLVM_CRASHED} if the child ends instead of answering; it is of no use then
     */
    synchronized WorkResponse run(WorkRequest request) {
        String answer = null;
        errors.forget();
        try {
            requests.write(request.toJson());
            requests.write('\n');
            requests.flush();
            answer = responses.readLine();
            if (answer != null) {
                return WorkResponse.parse(answer);
            }
        } catch (IOException | RuntimeException e) {
            throw died(e, answer);
        }
        throw died(null, null);
    }

    private LinkException died(@Nullable Exception cause, @Nullable String answer) {
        end();
        String phase = PhaseMarker.read(phaseFile);
        delete();
        String words = errors.text();
        return new LinkException(
                Diagnostic.error(Problem.LLVM_CRASHED)
                        .withSymbol(phase.isEmpty() ? null : phase)
                        .withDetail(words.isEmpty() ? answer : words),
                cause);
    }

    @Override
    public void close() {
        end();
        delete();
    }

    /** By the end of its input or, if it does not listen, by force. */
    private void end() {
        try {
            requests.close();
        } catch (IOException e) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** An orderly child has removed the file itself. */
    private void delete() {
        try {
            Files.deleteIfExists(phaseFile);
        } catch (IOException e) {
            phaseFile.toFile().deleteOnExit();
        }
    }
}
