package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.file.SystemReason;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Reads requests, one per line, until the end of input, and responds to each. Requests with id 0 run sequentially,
 * others concurrently. Cancel requests are ignored: the original request is answered, which the protocol permits. At
 * the end of input it waits for all responses, unless they can no longer be read, because a worker without a parent
 * must exit.
 */
public final class WorkerLoop {

    /** The interval of checks for a reader after the end of input. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RequestHandler handler;
    private final List<String> startupArguments;
    private final ChildWorkers children;
    private final ProtocolOutput responses;
    private final Duration betweenLooks;

    /** The requests without a response. */
    private final List<WorkRequest> open = new ArrayList<>();

    private volatile boolean unread;

    /**
     * @param handler handles the requests
     * @param startupArguments arguments that precede those of each request
     * @param children run the links that this process can't run
     * @param responses the stream for responses
     */
    public WorkerLoop(
            RequestHandler handler, List<String> startupArguments, ChildWorkers children, ProtocolOutput responses) {
        this(handler, startupArguments, children, responses, BETWEEN_LOOKS);
    }

    WorkerLoop(
            RequestHandler handler,
            List<String> startupArguments,
            ChildWorkers children,
            ProtocolOutput responses,
            Duration betweenLooks) {
        this.handler = handler;
        this.startupArguments = List.copyOf(startupArguments);
        this.children = children;
        this.responses = responses;
        this.betweenLooks = betweenLooks;
    }

    /**
     * Runs until the end of input.
     *
     * @return whether all requests are finished; if false, responses can't be read and links may still run
     * @throws IOException if the input can't be read
     */
    public boolean run(InputStream requests) throws IOException {
        ExecutorService oneByOne = Executors.newSingleThreadExecutor(daemons());
        ExecutorService together = Executors.newCachedThreadPool(daemons());
        boolean finished;
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null && !unread; line = lines.readLine()) {
                if (!line.isBlank()) {
                    accept(line, oneByOne, together);
                }
            }
        } finally {
            boolean ended = finish(oneByOne);
            finished = finish(together) && ended;
            children.close();
        }
        return finished;
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "request");
            thread.setDaemon(true);
            return thread;
        };
    }

    private void accept(String line, ExecutorService oneByOne, ExecutorService together) {
        WorkRequest request;
        try {
            request = WorkRequest.parse(line);
        } catch (RuntimeException e) {
            send(new WorkResponse(
                    1, "Error: a line is no work request: " + e.getMessage() + "\n", 0, Optional.empty()));
            return;
        }
        if (!request.cancel()) {
            synchronized (responses) {
                open.add(request);
            }
            (request.id() == 0 ? oneByOne : together).execute(() -> send(answer(request)));
        }
    }

    /**
     * Responds to every open request before this process terminates.
     *
     * @param reason the reason for the termination
     */
    public void giveUp(Diagnostic reason) {
        synchronized (responses) {
            List.copyOf(open).forEach(request -> send(failure(List.of(reason), request)));
        }
    }

    private static WorkResponse failure(List<Diagnostic> diagnostics, WorkRequest request) {
        StringBuilder lines = new StringBuilder();
        diagnostics.forEach(
                diagnostic -> lines.append(DiagnosticText.line(diagnostic)).append('\n'));
        Optional<LinkReport> report =
                request.wantsReport() ? Optional.of(LinkReport.failed(diagnostics)) : Optional.empty();
        return new WorkResponse(1, lines.toString(), request.id(), report);
    }

    private WorkResponse answer(WorkRequest request) {
        List<String> arguments = new ArrayList<>(startupArguments);
        arguments.addAll(request.arguments());
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        PrintStream output = new PrintStream(buffer, true, StandardCharsets.UTF_8);
        try {
            LinkRecorder recorder = new LinkRecorder();
            int exitCode = handler.handle(arguments, output, recorder);
            Optional<LinkReport> report = request.wantsReport() ? Optional.of(recorder.report()) : Optional.empty();
            return new WorkResponse(exitCode, buffer.toString(StandardCharsets.UTF_8), request.id(), report);
        } catch (LinkException e) {
            return forward(e.diagnostic(), request);
        }
    }

    private WorkResponse forward(Diagnostic wanted, WorkRequest request) {
        Optional<ProcessKey> key = wanted.payload(ProcessKey.class);
        try {
            if (key.isEmpty()) {
                throw new LinkException(wanted);
            }
            WorkResponse response = children.run(
                    key.get().text(), new WorkRequest(request.arguments(), 0, false, request.wantsReport()));
            return new WorkResponse(response.exitCode(), response.output(), request.id(), response.report());
        } catch (LinkException e) {
            return failure(e.diagnostics(), request);
        }
    }

    private void send(WorkResponse response) {
        byte[] line = (response.toJson() + "\n").getBytes(StandardCharsets.UTF_8);
        synchronized (responses) {
            removeOpen(response.id());
            try {
                if (!unread) {
                    responses.write(line);
                    responses.flush();
                }
            } catch (IOException e) {
                // The next one can't be read either.
                unread = true;
                System.err.println("Error: an answer can't be written: " + SystemReason.of(e));
            }
        }
    }

    private void removeOpen(int id) {
        for (int at = 0; at < open.size(); at++) {
            if (open.get(at).id() == id) {
                open.remove(at);
                return;
            }
        }
    }

    /**
     * Waits for the responses. If they can no longer be read, requests that have not started are discarded, and running
     * ones are abandoned.
     */
    private boolean finish(ExecutorService executor) {
        executor.shutdown();
        try {
            while (!executor.awaitTermination(betweenLooks.toMillis(), TimeUnit.MILLISECONDS)) {
                if (unread || !responses.isRead()) {
                    executor.shutdownNow();
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
