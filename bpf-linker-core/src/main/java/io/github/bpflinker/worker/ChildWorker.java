package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.llvm.locate.TemporaryFile;
import io.github.bpflinker.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A worker in a child process, which handles one request at a time. */
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
        this.errors =
                LastLines.of(process.getErrorStream(), LAST_LINES, line -> System.err.println(Printable.lines(line)));
    }

    /**
     * Starts a child.
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
     * Sends a request to the child and waits for the response.
     *
     * @throws LinkException if the child ends without a response, see {@link EndOfChild}; the child must not be used
     *     afterwards
     */
    synchronized WorkResponse run(WorkRequest request) {
        Optional<WorkResponse> response = ask(request);
        if (response.isPresent()) {
            return response.get();
        }
        throw died();
    }

    /**
     * Sends a request to an idle child.
     *
     * @return empty if the child had ended before; it must not be used afterwards
     * @throws LinkException as {@link #run}, if the request had started
     */
    synchronized Optional<WorkResponse> tryToRun(WorkRequest request) {
        Optional<WorkResponse> response = ask(request);
        if (response.isEmpty() && !PhaseMarker.read(phaseFile).isEmpty()) {
            throw died();
        }
        if (response.isEmpty()) {
            close();
        }
        return response;
    }

    private Optional<WorkResponse> ask(WorkRequest request) {
        errors.forget();
        try {
            requests.write(request.toJson());
            requests.write('\n');
            requests.flush();
            String answer = responses.readLine();
            return answer == null ? Optional.empty() : Optional.of(WorkResponse.parse(answer));
        } catch (IOException | RuntimeException e) {
            // After an invalid response the child is not reliable.
            return Optional.empty();
        }
    }

    private LinkException died() {
        end();
        String phase = PhaseMarker.read(phaseFile);
        delete();
        return new LinkException(EndOfChild.describe(process.exitValue(), phase, errors.text()));
    }

    @Override
    public void close() {
        end();
        delete();
    }

    /** Closes its input and, if it does not exit, kills it. */
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

    /** After a regular end the child has deleted the file itself. */
    private void delete() {
        try {
            Files.deleteIfExists(phaseFile);
        } catch (IOException e) {
            phaseFile.toFile().deleteOnExit();
        }
    }
}
