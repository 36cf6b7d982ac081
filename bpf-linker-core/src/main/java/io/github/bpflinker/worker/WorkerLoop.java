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
 * Reads requests, one a line, until the end of input, and answers each. Requests of id 0 run one after the other,
 * others at the same time. A wish to cancel is taken note of only: the request is answered as ever, which the protocol
 * allows. At the end of input it stays until each request is answered, however long that takes, but not where nobody
 * is left to read the answers: a worker without a parent must not stay.
 */
public final class WorkerLoop {

    /** How often it looks whether there still is a reader, once there is nothing else to wait for than answers. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RequestHandler handler;
    private final List<String> startupArguments;
    private final ChildWorkers children;
    private final ProtocolOutput responses;
    private final Duration betweenLooks;

    /** The requests that are not answered yet. */
    private final List<WorkRequest> open = new ArrayList<>();

    private volatile boolean unread;

    /**
     * @param handler does the work
     * @param startupArguments put before the arguments of each request
     * @param children take the links that this process can't run
     * @param responses where the answers go
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
     * Runs until there are no more requests.
     *
     * @return whether all work has come to its end; if not, nobody reads answers and links may still run
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
            finished = finish(oneByOne) & finish(together);
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
     * Answers every request that is still open, because this process is about to end.
     *
     * @param reason why
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
                // Nobody will read the next one either.
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

    /** Waits for the answers. If nobody is left to read them, what has not begun will not, and the rest is left alone. */
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
