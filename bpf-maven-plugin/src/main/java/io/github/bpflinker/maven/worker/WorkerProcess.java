package io.github.bpflinker.maven.worker;

import io.github.bpflinker.llvm.locate.TemporaryFile;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.process.ToolRun;
import io.github.bpflinker.worker.LastLines;
import io.github.bpflinker.worker.LinkReport;
import io.github.bpflinker.worker.WorkRequest;
import io.github.bpflinker.worker.WorkResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM with the linker that handles one request at a time. Not thread-safe. */
final class WorkerProcess implements AutoCloseable {

    private static final int SECONDS_TO_END = 2;
    private static final int LINES_OF_LOG = 400;
    private static final int KILLED = 128 + 9;

    /** The prefix of temporary files, which identifies the Maven process. */
    static final String PHASE_FILE_PREFIX =
            "bpf-worker-" + ProcessHandle.current().pid() + "-";

    private final WorkerCommand command;
    private final String key;
    private final Process process;
    private final Writer requests;
    private final LastLines errors;
    private final Path phaseFile;

    /** The response lines; an empty value marks the end of the stream. */
    private final BlockingQueue<Optional<String>> responses = new LinkedBlockingQueue<>();

    private WorkerProcess(WorkerCommand command, String key, Process process, Path phaseFile) {
        this.command = command;
        this.key = key;
        this.process = process;
        this.phaseFile = phaseFile;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.errors = LastLines.of(process.getErrorStream(), LINES_OF_LOG, line -> {});
        Thread reader = new Thread(() -> read(process.getInputStream()), "responses of a BPF worker");
        reader.setDaemon(true);
        reader.start();
    }

    /** @throws BuildFailure if no process can be started */
    static WorkerProcess start(WorkerRequest request) {
        try {
            Path phaseFile = TemporaryFile.create(PHASE_FILE_PREFIX, ".phase");
            return start(request, phaseFile);
        } catch (IOException e) {
            throw new BuildFailure(Reason.WORKER_UNAVAILABLE, e, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static WorkerProcess start(WorkerRequest request, Path phaseFile) throws IOException {
        try {
            Process process = new ProcessBuilder(request.command().persistent(phaseFile)).start();
            return new WorkerProcess(request.command(), request.key(), process, phaseFile);
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

    WorkerCommand command() {
        return command;
    }

    String key() {
        return key;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Runs a command in the worker. After any outcome other than {@link WorkerAnswer.Finished} the worker must not be
     * used again.
     *
     * @throws BuildFailure if the thread was interrupted
     */
    WorkerAnswer run(List<String> arguments, Duration timeout) {
        errors.forget();
        try {
            requests.write(WorkRequest.of(arguments).toJson());
            requests.write('\n');
            requests.flush();
        } catch (IOException e) {
            return died("");
        }
        return await(timeout);
    }

    private WorkerAnswer await(Duration timeout) {
        try {
            Optional<String> line = responses.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                String phase = phase();
                kill();
                delete();
                return new WorkerAnswer.Hung(phase);
            }
            Optional<WorkerAnswer.Finished> response = line.flatMap(WorkerProcess::response);
            return response.isPresent() ? response.get() : died(line.orElse(""));
        } catch (InterruptedException e) {
            kill();
            delete();
            Thread.currentThread().interrupt();
            throw new BuildFailure(Reason.INTERRUPTED, e, List.of("waiting for a link"));
        }
    }

    /** Parses a response; empty for other lines. */
    private static Optional<WorkerAnswer.Finished> response(String line) {
        try {
            WorkResponse response = WorkResponse.parse(line);
            LinkReport report = response.report().orElse(new LinkReport(List.of(), Optional.empty()));
            return Optional.of(new WorkerAnswer.Finished(response.exitCode(), response.output(), report));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private WorkerAnswer died(String saidInstead) {
        end();
        String phase = phase();
        String log = errors.text();
        String words = LastWords.of(log);
        if (words.isEmpty()) {
            words = saidInstead;
        }
        delete();
        return new WorkerAnswer.Died(phase, words, log, words.isEmpty() && process.exitValue() == KILLED);
    }

    private String phase() {
        try {
            return Files.readString(phaseFile, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
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
        ToolRun.endAll(process);
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
