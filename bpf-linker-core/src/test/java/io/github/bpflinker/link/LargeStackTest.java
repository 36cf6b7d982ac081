package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LargeStackTest {

    /** Overflows the stack of an ordinary thread. */
    private static final int DEPTH = 150_000;

    @Test
    void givesTheResult() {
        assertThat(LargeStack.call("test", () -> "result")).isEqualTo("result");
    }

    @Test
    void hasRoomForDeepRecursion() {
        assertThat(LargeStack.call("test", () -> depth(DEPTH))).isEqualTo(DEPTH);
    }

    @Test
    void throwsTheExceptionOfTheWork() {
        RuntimeException thrown = new IllegalArgumentException("of the work");

        assertThatThrownBy(() -> LargeStack.call("test", () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void throwsTheErrorOfTheWork() {
        Error thrown = new LinkageError("of the work");

        assertThatThrownBy(() -> LargeStack.call("test", () -> {
                    throw thrown;
                }))
                .isSameAs(thrown);
    }

    @Test
    void keepsACheckedExceptionAsCause() {
        IOException thrown = new IOException("of the work");

        assertThatThrownBy(() -> LargeStack.call("test", () -> {
                    throw thrown;
                }))
                .hasCause(thrown);
    }

    @Test
    void finishesWhenInterruptedAndTellsTheCaller() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicReference<String> result = new AtomicReference<>("");
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread caller = new Thread(() -> {
            result.set(LargeStack.call("test", () -> {
                running.countDown();
                goOn.await();
                return "result";
            }));
            interrupted.set(Thread.interrupted());
        });
        caller.start();
        running.await();

        caller.interrupt();
        goOn.countDown();
        caller.join();

        assertThat(result).hasValue("result");
        assertThat(interrupted).isTrue();
    }

    private static int depth(int rest) {
        return rest == 0 ? 0 : 1 + depth(rest - 1);
    }
}
