package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.worker.WorkerAnswer;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against real workers. */
class SharedWorkersTest {

    private static final Duration NEVER_IDLE = Duration.ofMinutes(10);

    @TempDir
    Path folder;

    private static WorkerCommand command() {
        List<Path> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (Stream.of("bpf-linker-core", "jna", "picocli").anyMatch(entry::contains)) {
                classPath.add(Path.of(entry));
            }
        }
        return WorkerCommand.of(classPath, Optional.empty());
    }

    private static WorkerRequest help(WorkerCommand command) {
        return new WorkerRequest(command, "a", List.of("--help"), Duration.ofMinutes(2));
    }

    @Test
    void keepsAWorkerForTheNextRequest() {
        try (SharedWorkers workers = new SharedWorkers(2, NEVER_IDLE)) {
            WorkerAnswer answer = workers.run(help(command()));
            List<Long> first = workers.idleProcesses();
            workers.run(help(command()));

            assertThat(answer).isInstanceOfSatisfying(WorkerAnswer.Finished.class, finished -> assertThat(
                            finished.response().output())
                    .contains("--relocatable"));
            assertThat(workers.idleProcesses()).isEqualTo(first).hasSize(1);
        }
    }

    @Test
    void saysThatNoWorkerCanBeStarted() {
        WorkerCommand broken = new WorkerCommand(command().java(), List.of(folder), Optional.empty(), Optional.empty());
        try (SharedWorkers workers = new SharedWorkers(1, NEVER_IDLE)) {
            BuildFailure failure = catchThrowableOfType(BuildFailure.class, () -> workers.run(help(broken)));

            assertThat(failure.reason()).isInstanceOf(MachineReason.WorkerUnavailable.class);
            assertThat(failure).hasMessageContaining("io.github.bpflinker.cli.Main");
        }
    }

    @Test
    void saysThatJavaCanNotBeRun() {
        WorkerCommand broken =
                new WorkerCommand(folder.resolve("java"), List.of(folder), Optional.empty(), Optional.empty());
        try (SharedWorkers workers = new SharedWorkers(1, NEVER_IDLE)) {
            BuildFailure failure = catchThrowableOfType(BuildFailure.class, () -> workers.run(help(broken)));

            assertThat(failure).hasMessageContaining("check JAVA_HOME");
        }
    }

    @Test
    void closesWorkersThatWereIdleForLong() throws Exception {
        try (SharedWorkers workers = new SharedWorkers(1, Duration.ofSeconds(2))) {
            workers.run(help(command()));
            ProcessHandle worker =
                    ProcessHandle.of(workers.idleProcesses().get(0)).orElseThrow();

            assertThat(worker.onExit().get().isAlive()).isFalse();
            assertThat(workers.idleProcesses()).isEmpty();
        }
    }
}
