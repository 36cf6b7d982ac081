package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real workers. A link hangs, as long as a test wants, on a list of exports that is a pipe nobody writes to. */
class WorkerPoolTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> HELP = List.of("--help");

    @TempDir
    Path folder;

    private static WorkerPool pool(int most) {
        return new WorkerPool(most, line -> {});
    }

    private static List<String> command() {
        return ChildCommand.like("io.github.bpflinker.cli.Main", List.of("--persistent_worker"));
    }

    /** Marks the workers of one test among the processes of this one, in which other tests run. */
    private List<String> markedCommand() {
        List<String> command = new ArrayList<>(command());
        command.add(1, "-Dfolder=" + folder);
        return command;
    }

    private static Path phaseFile(ProcessHandle worker) {
        return Stream.of(worker.info().arguments().orElseThrow())
                .filter(argument -> argument.startsWith("-D" + PhaseMarker.PROPERTY + "="))
                .map(argument -> Path.of(argument.substring(argument.indexOf('=') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static WorkerAnswer run(WorkerPool pool, String key, List<String> arguments)
            throws IOException, InterruptedException {
        return pool.run(key, WorkerPoolTest::command, WorkRequest.of(arguments), PATIENCE);
    }

    private static WorkerAnswer help(WorkerPool pool, String key) throws IOException, InterruptedException {
        return run(pool, key, HELP);
    }

    private List<String> hangingLink() throws IOException, InterruptedException {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        Path pipe = folder.resolve("exports");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        Path input = Files.writeString(folder.resolve("x.ll"), "define void @f() { ret void }\n");
        return List.of(
                input.toString(),
                "--export-symbols",
                pipe.toString(),
                "-o",
                folder.resolve("x.o").toString());
    }

    private ProcessHandle busyWorker() throws InterruptedException {
        while (true) {
            Optional<ProcessHandle> child = ProcessHandle.current()
                    .children()
                    .filter(process -> process.info().commandLine().orElse("").contains("-Dfolder=" + folder + " "))
                    .findFirst();
            if (child.isPresent()) {
                return child.get();
            }
            Thread.sleep(10);
        }
    }

    @Test
    void keepsAWorkerForTheNextRequest() throws Exception {
        try (WorkerPool pool = pool(2)) {
            WorkerAnswer answer = help(pool, "a");
            List<Long> first = pool.idleProcesses();
            help(pool, "a");

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Finished.class, finished -> {
                assertThat(finished.response().exitCode()).isZero();
                assertThat(finished.response().output()).contains("--relocatable");
            });
            assertThat(pool.idleProcesses()).isEqualTo(first).hasSize(1);
        }
    }

    @Test
    void givesAnotherLlvmAnotherWorker() throws Exception {
        try (WorkerPool pool = pool(2)) {
            help(pool, "a");
            help(pool, "b");

            assertThat(pool.idleProcesses()).hasSize(2);
        }
    }

    @Test
    void neverHasMoreWorkersThanItMay() throws Exception {
        try (WorkerPool pool = pool(1)) {
            help(pool, "a");
            help(pool, "b");

            assertThat(pool.idleProcesses()).hasSize(1);
        }
    }

    @Test
    void passesOnWhatFailed() throws Exception {
        try (WorkerPool pool = pool(1)) {
            WorkerAnswer answer = run(
                    pool,
                    "a",
                    List.of(
                            folder.resolve("none.bc").toString(),
                            "-o",
                            folder.resolve("x").toString()));

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Finished.class, finished -> {
                assertThat(finished.response().output()).contains("does not exist");
                assertThat(finished.response().report().flatMap(LinkReport::firstError))
                        .map(Diagnostic::problem)
                        .contains(Problem.INPUT_MISSING);
            });
        }
    }

    @Test
    void replacesAWorkerThatDiedWhileItHadNothingToDo() throws Exception {
        try (WorkerPool pool = pool(1)) {
            help(pool, "a");
            ProcessHandle worker = ProcessHandle.of(pool.idleProcesses().get(0)).orElseThrow();
            worker.destroyForcibly();
            worker.onExit().get();

            assertThat(help(pool, "a")).isInstanceOf(WorkerAnswer.Finished.class);
            assertThat(pool.idleProcesses()).doesNotContain(worker.pid()).hasSize(1);
        }
    }

    @Test
    void tellsInWhichPhaseAWorkerWasKilledAndGoesOnWithANewOne() throws Exception {
        List<String> link = hangingLink();
        try (WorkerPool pool = pool(1)) {
            Future<WorkerAnswer> answer = CompletableFuture.supplyAsync(() -> {
                try {
                    return pool.run("a", this::markedCommand, WorkRequest.of(link), PATIENCE);
                } catch (IOException | InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            ProcessHandle worker = busyWorker();
            awaitPhase(worker);
            Path phaseFile = phaseFile(worker);
            worker.destroyForcibly();

            assertThat(answer.get()).isInstanceOfSatisfying(WorkerAnswer.Ended.class, ended -> {
                assertThat(ended.phase()).isEqualTo("read");
                assertThat(ended.killed()).isTrue();
            });
            assertThat(phaseFile).doesNotExist();
            assertThat(pool.idleProcesses()).isEmpty();
            assertThat(help(pool, "a")).isInstanceOf(WorkerAnswer.Finished.class);
        }
    }

    /** The worker has read the request once it waits for the pipe, which is when it holds no CPU any more. */
    private static void awaitPhase(ProcessHandle worker) throws InterruptedException {
        Duration before = Duration.ofSeconds(-1);
        Duration now = worker.info().totalCpuDuration().orElse(Duration.ZERO);
        int calm = 0;
        while (calm < 20) {
            Thread.sleep(50);
            before = now;
            now = worker.info().totalCpuDuration().orElse(Duration.ZERO);
            calm = now.equals(before) && !now.isZero() ? calm + 1 : 0;
        }
    }

    @Test
    void endsAWorkerThatTakesTooLong() throws Exception {
        WorkRequest hanging = WorkRequest.of(hangingLink());
        try (WorkerPool pool = pool(1)) {
            CompletableFuture<ProcessHandle> worker = CompletableFuture.supplyAsync(() -> {
                try {
                    return busyWorker();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            });
            WorkerAnswer answer = pool.run("a", this::markedCommand, hanging, Duration.ofSeconds(3));

            assertThat(answer).isInstanceOf(WorkerAnswer.TimedOut.class);
            assertThat(worker.get().onExit().get().isAlive()).isFalse();
            assertThat(help(pool, "a")).isInstanceOf(WorkerAnswer.Finished.class);
        }
    }

    @Test
    void answersThatANewWorkerEndedBeforeItBegan() throws Exception {
        try (WorkerPool pool = pool(1)) {
            WorkerAnswer answer =
                    pool.run("a", () -> ChildCommand.like("no.such.Main", List.of()), WorkRequest.of(HELP), PATIENCE);

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Ended.class, ended -> {
                assertThat(ended.phase()).isEmpty();
                assertThat(ended.log()).contains("no.such.Main");
                assertThat(ended.killed()).isFalse();
            });
        }
    }

    @Test
    void failsWhereNoProcessCanBeStarted() {
        try (WorkerPool pool = pool(1)) {
            assertThatThrownBy(() -> pool.run(
                            "a", () -> List.of(folder.resolve("java").toString()), WorkRequest.of(HELP), PATIENCE))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void endsTheWorkerOfAnInterruptedRequest() throws Exception {
        List<String> link = hangingLink();
        try (WorkerPool pool = pool(1)) {
            AtomicReference<Exception> thrown = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                try {
                    pool.run("a", this::markedCommand, WorkRequest.of(link), PATIENCE);
                } catch (IOException | InterruptedException e) {
                    thrown.set(e);
                }
            });
            caller.start();
            ProcessHandle worker = busyWorker();
            caller.interrupt();
            caller.join();

            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(worker.onExit().get().isAlive()).isFalse();
        }
    }

    @Test
    void closesWorkersThatHaveBeenIdle() throws Exception {
        try (WorkerPool pool = pool(1)) {
            help(pool, "a");
            ProcessHandle worker = ProcessHandle.of(pool.idleProcesses().get(0)).orElseThrow();

            pool.closeIdle(Duration.ofHours(1));
            assertThat(pool.idleProcesses()).containsExactly(worker.pid());

            pool.closeIdle(Duration.ZERO);
            assertThat(pool.idleProcesses()).isEmpty();
            assertThat(worker.onExit().get().isAlive()).isFalse();
        }
    }

    @Test
    void endsAllWorkersWhenItIsClosed() throws Exception {
        WorkerPool pool = pool(2);
        help(pool, "a");
        ProcessHandle worker = ProcessHandle.of(pool.idleProcesses().get(0)).orElseThrow();
        Path phaseFile = phaseFile(worker);

        pool.close();

        assertThat(worker.onExit().get().isAlive()).isFalse();
        assertThat(phaseFile).doesNotExist();
    }
}
