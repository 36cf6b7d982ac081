package io.github.bpflinker.worker;

import io.github.bpflinker.llvm.locate.TemporaryFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A child process with the linker as a persistent worker, which handles one request at a time. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 2;
    private static final int LINES_OF_LOG = 400;

    private final Process process;
    private final Writer requests;
    private final LastLines errors;
    private final Path phaseFile;

    /** The response lines; an empty value marks the end of the stream. */
    private final BlockingQueue<Optional<String>> responses = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process, Path phaseFile, Consumer<String> errorLines) {
        this.process = process;
        this.phaseFile = phaseFile;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.errors = LastLines.of(process.getErrorStream(), LINES_OF_LOG, errorLines);
        Thread reader = new Thread(() -> read(process.getInputStream()), "responses of a worker");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a worker.
     *
     * @param command java, its options, the main class, the arguments
     * @param errorLines receives each line of its error output, on a separate thread
     */
    static WorkerProcess start(List<String> command, Consumer<String> errorLines) throws IOException {
        Path phaseFile = TemporaryFile.create("bpf-linker-", ".phase");
        List<String> marked = new ArrayList<>(command);
        marked.add(1, "-D" + PhaseMarker.PROPERTY + "=" + phaseFile);
        try {
            return new WorkerProcess(new ProcessBuilder(marked).start(), phaseFile, errorLines);
        } catch (IOException e) {
            Files.deleteIfExists(phaseFile);
            throw e;
        }
    }

    private void read(InputStream stream) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                responses.add(Optional.of(line));
            }
            responses.add(Optional.empty());
        } catch (IOException e) {
            responses.add(Optional.empty());
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Sends a request and waits for the response. After any outcome other than {@link WorkerAnswer.Finished} the process
     * has ended.
     *
     * @throws InterruptedException if the thread was interrupted; the process has ended
     */
    WorkerAnswer run(WorkRequest request, Duration limit) throws InterruptedException {
        errors.forget();
        try {
            requests.write(request.toJson());
            requests.write('\n');
            requests.flush();
        } catch (IOException e) {
            return ended("");
        }
        return await(limit);
    }

    private WorkerAnswer await(Duration limit) throws InterruptedException {
        Optional<String> line;
        try {
            line = responses.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            kill();
            delete();
            throw e;
        }
        if (line == null) {
            String phase = PhaseMarker.read(phaseFile);
            kill();
            delete();
            return new WorkerAnswer.TimedOut(phase);
        }
        Optional<WorkResponse> response = line.flatMap(WorkerProcess::response);
        return response.isPresent() ? new WorkerAnswer.Finished(response.get()) : ended(line.orElse(""));
    }

    /** Parses a response; empty for other lines, after which the process is not reliable. */
    private static Optional<WorkResponse> response(String line) {
        try {
            return Optional.of(WorkResponse.parse(line));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private WorkerAnswer ended(String invalidResponse) {
        end();
        String phase = PhaseMarker.read(phaseFile);
        delete();
        String log = errors.text();
        return new WorkerAnswer.Ended(phase, process.exitValue(), log.isBlank() ? invalidResponse : log);
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
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        // SIGKILL ends a process within milliseconds, which is waited for even if this thread is interrupted.
        process.onExit().join();
    }

    /** After a regular end the worker has deleted the file itself. */
    private void delete() {
        try {
            Files.deleteIfExists(phaseFile);
        } catch (IOException e) {
            phaseFile.toFile().deleteOnExit();
        }
    }
}
