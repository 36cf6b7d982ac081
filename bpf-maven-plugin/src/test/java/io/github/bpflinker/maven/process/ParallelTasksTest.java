package io.github.bpflinker.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.process.ParallelTasks.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {

    private final List<String> errors = Collections.synchronizedList(new ArrayList<>());

    private final BuildLog log = new BuildLog() {
        @Override
        public void debug(String line) {}

        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void error(String line) {
            errors.add(line);
        }

        @Override
        public void finding(Finding finding) {}

        @Override
        public boolean isDebug() {
            return false;
        }
    };

    private static Task failing(String object, Reason reason) {
        return new Task(object, () -> {
            throw new BuildFailure(reason);
        });
    }

    private BuildFailure failure(Task... tasks) {
        return catchThrowableOfType(BuildFailure.class, () -> new ParallelTasks(log, 2).run(List.of(tasks)));
    }

    @Test
    void letsTheOthersEndWhenOneFails() {
        AtomicInteger ran = new AtomicInteger();

        BuildFailure failure = failure(
                failing("a", new Reason.LinkFailed("a", "TWO")),
                new Task("b", ran::incrementAndGet),
                new Task("c", ran::incrementAndGet));

        assertThat(failure.reason()).isInstanceOf(Reason.LinkFailed.class);
        assertThat(ran).hasValue(2);
        assertThat(errors).isEmpty();
    }

    @Test
    void tellsEachFailureAndCountsTheObjects() {
        BuildFailure failure = failure(
                failing("a", new Reason.CErrors("a", "TWO", "THREE", "FOUR")),
                failing("a", new Reason.CargoFailed("a", "TWO", "THREE", "FOUR")),
                failing("b", new Reason.CErrors("b", "TWO", "THREE", "FOUR")));

        assertThat(failure.reason()).isEqualTo(new Reason.SeveralFailed(2, "a, b"));
        assertThat(errors).hasSize(3);
    }

    @Test
    void saysOnceWhatTheMachineLacks() {
        BuildFailure failure = failure(
                failing("a", new MachineReason.CargoMissing("a", "TWO")),
                failing("b", new MachineReason.CargoMissing("b", "TWO")));

        assertThat(failure.reason()).isInstanceOf(MachineReason.CargoMissing.class);
        assertThat(errors).isEmpty();
    }

    @Test
    void passesOnWhatNobodyExpected() {
        assertThatThrownBy(() -> new ParallelTasks(log, 1).run(List.of(new Task("a", () -> {
                    throw new IllegalStateException("odd");
                }))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("odd");
    }
}
