package io.github.bpflinker.maven.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Finding;
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
            throw new BuildFailure(reason, object, "TWO", "THREE", "FOUR");
        });
    }

    private BuildFailure failure(Task... tasks) {
        return catchThrowableOfType(BuildFailure.class, () -> new ParallelTasks(log, 2).run(List.of(tasks)));
    }

    @Test
    void letsTheOthersEndWhenOneFails() {
        AtomicInteger ran = new AtomicInteger();

        BuildFailure failure = failure(
                failing("a", Reason.LINK_FAILED),
                new Task("b", ran::incrementAndGet),
                new Task("c", ran::incrementAndGet));

        assertThat(failure.reason()).isEqualTo(Reason.LINK_FAILED);
        assertThat(ran).hasValue(2);
        assertThat(errors).isEmpty();
    }

    @Test
    void tellsEachFailureAndCountsTheObjects() {
        BuildFailure failure = failure(
                failing("a", Reason.C_ERRORS), failing("a", Reason.CARGO_FAILED), failing("b", Reason.C_ERRORS));

        assertThat(failure.reason()).isEqualTo(Reason.SEVERAL_FAILED);
        assertThat(failure.facts()).containsExactly("2", "a, b");
        assertThat(errors).hasSize(3);
    }

    @Test
    void saysOnceWhatTheMachineLacks() {
        BuildFailure failure = failure(failing("a", Reason.CARGO_MISSING), failing("b", Reason.CARGO_MISSING));

        assertThat(failure.reason()).isEqualTo(Reason.CARGO_MISSING);
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
