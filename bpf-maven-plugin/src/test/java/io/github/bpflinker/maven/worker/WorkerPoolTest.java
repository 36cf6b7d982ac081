package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real workers. A link hangs, as long as a test wants, on a list of exports that is a pipe nobody writes to. */
class WorkerPoolTest {

    private static final long NEVER_IDLE = TimeUnit.MINUTES.toNanos(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> VERSION = List.of("--help");

    @TempDir
    Path folder;

    @AfterEach
    void leavesNoFileBehind() throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                Path.of(System.getProperty("java.io.tmpdir")), WorkerProcess.PHASE_FILE_PREFIX + "*")) {
            assertThat(left).isEmpty();
        }
    }

    private static WorkerCommand command() {
        List<Path> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Stream.of("bpf-linker-core", "jna", "picocli").anyMatch(entry::contains)) {
                classPath.add(Path.of(entry));
            }
        }
        return WorkerCommand.of(classPath, Optional.empty());
    }

    private static WorkerRequest request(String key, List<String> arguments) {
        return new WorkerRequest(command(), key, arguments, PATIENCE);
    }

    private static WorkerRequest help(String key) {
        return request(key, VERSION);
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

    private static ProcessHandle busyWorker() throws InterruptedException {
        while (true) {
            Optional<ProcessHandle> child = ProcessHandle.current().children().findFirst();
            if (child.isPresent()) {
                return child.get();
            }
            Thread.sleep(10);
        }
    }

    @Test
    void keepsAWorkerForTheNextRequest() {
        try (WorkerPool pool = new WorkerPool(2, NEVER_IDLE)) {
            WorkerAnswer answer = pool.run(help("a"));
            List<Long> first = pool.idlePids();
            pool.run(help("a"));

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Finished.class, finished -> {
                assertThat(finished.exitCode()).isZero();
                assertThat(finished.output()).contains("--relocatable");
            });
            assertThat(pool.idlePids()).isEqualTo(first).hasSize(1);
        }
    }

    @Test
    void givesAnotherLlvmAnotherWorker() {
        try (WorkerPool pool = new WorkerPool(2, NEVER_IDLE)) {
            pool.run(help("a"));
            pool.run(help("b"));

            assertThat(pool.idlePids()).hasSize(2);
        }
    }

    @Test
    void neverHasMoreWorkersThanItMay() {
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            pool.run(help("a"));
            pool.run(help("b"));

            assertThat(pool.idlePids()).hasSize(1);
        }
    }

    @Test
    void passesOnWhatFailed() {
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            WorkerAnswer answer = pool.run(request(
                    "a",
                    List.of(
                            folder.resolve("none.bc").toString(),
                            "-o",
                            folder.resolve("x").toString())));

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Finished.class, finished -> {
                assertThat(finished.output()).contains("does not exist");
                assertThat(finished.report().firstError())
                        .map(Diagnostic::problem)
                        .contains(Problem.INPUT_MISSING);
            });
        }
    }

    @Test
    void replacesAWorkerThatDiedWhileItHadNothingToDo() throws Exception {
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            pool.run(help("a"));
            ProcessHandle worker = ProcessHandle.of(pool.idlePids().get(0)).orElseThrow();
            worker.destroyForcibly();
            worker.onExit().get();

            assertThat(pool.run(help("a"))).isInstanceOf(WorkerAnswer.Finished.class);
            assertThat(pool.idlePids()).doesNotContain(worker.pid()).hasSize(1);
        }
    }

    @Test
    void tellsInWhichPhaseAWorkerWasKilledAndGoesOnWithANewOne() throws Exception {
        List<String> link = hangingLink();
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            Future<WorkerAnswer> answer = CompletableFuture.supplyAsync(() -> pool.run(request("a", link)));
            ProcessHandle worker = busyWorker();
            awaitPhase(worker);
            worker.destroyForcibly();

            assertThat(answer.get()).isInstanceOfSatisfying(WorkerAnswer.Died.class, died -> {
                assertThat(died.phase()).isEqualTo("read");
                assertThat(died.killed()).isTrue();
            });
            assertThat(pool.idlePids()).isEmpty();
            assertThat(pool.run(help("a"))).isInstanceOf(WorkerAnswer.Finished.class);
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
        WorkerRequest hanging = new WorkerRequest(command(), "a", hangingLink(), Duration.ofSeconds(3));
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            WorkerAnswer answer = pool.run(hanging);

            assertThat(answer).isInstanceOf(WorkerAnswer.Hung.class);
            assertThat(ProcessHandle.current().children()).noneMatch(ProcessHandle::isAlive);
            assertThat(pool.run(help("a"))).isInstanceOf(WorkerAnswer.Finished.class);
        }
    }

    @Test
    void saysThatNoWorkerCanBeStarted() {
        WorkerCommand broken = new WorkerCommand(command().java(), List.of(folder), Optional.empty(), Optional.empty());
        try (WorkerPool pool = new WorkerPool(1, NEVER_IDLE)) {
            BuildFailure failure = catchThrowableOfType(
                    BuildFailure.class, () -> pool.run(new WorkerRequest(broken, "a", VERSION, PATIENCE)));

            assertThat(failure.reason()).isEqualTo(Reason.WORKER_UNAVAILABLE);
            assertThat(failure.facts().get(0)).contains("io.github.bpflinker.cli.Main");
        }
    }

    @Test
    void closesWorkersThatWereIdleForLong() throws InterruptedException, ExecutionException {
        try (WorkerPool pool = new WorkerPool(1, TimeUnit.MILLISECONDS.toNanos(50))) {
            pool.run(help("a"));
            for (ProcessHandle child : ProcessHandle.current().children().toList()) {
                child.onExit().get();
            }

            assertThat(pool.idlePids()).isEmpty();
        }
    }

    @Test
    void endsAllWorkersWhenItIsClosed() throws Exception {
        WorkerPool pool = new WorkerPool(2, NEVER_IDLE);
        pool.run(help("a"));
        ProcessHandle worker = ProcessHandle.of(pool.idlePids().get(0)).orElseThrow();

        pool.close();

        assertThat(worker.onExit().get().isAlive()).isFalse();
    }
}
