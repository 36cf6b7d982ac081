package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Function;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Links that are closed while their programs run on other threads. */
class ClosingWhileRunningTest {

    private static final int ROUNDS = 20;
    private static final int THREADS = 3;
    private static final int PID = (int) ProcessHandle.current().pid();

    @BeforeAll
    static void requireProcessIds() {
        Root.requireProcessIds();
    }

    /** Threads that call a function of libc all the time. */
    private static final class Callers implements AutoCloseable {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicLong calls = new AtomicLong();
        private final List<Thread> threads = new ArrayList<>();

        Callers(String function) {
            Function called = Function.getFunction("c", function);
            for (int i = 0; i < THREADS; i++) {
                Thread thread = new Thread(() -> {
                    while (!stopped.get()) {
                        called.invokeInt(new Object[] {0});
                        calls.incrementAndGet();
                    }
                });
                threads.add(thread);
                thread.start();
            }
        }

        /** Waits until each thread has made a call that began after this one. */
        void awaitCalls() {
            long enough = calls.get() + 2 * THREADS;
            Objects.await(() -> calls.get() > enough);
        }

        @Override
        public void close() {
            stopped.set(true);
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private interface Attaching {
        BpfLink attach(LoadedObject object);
    }

    private static void closes(String program, String function, Attaching attaching) throws InterruptedException {
        try (LoadedObject object =
                        Objects.loader("probes", program).global("process", PID).load();
                Callers callers = new Callers(function)) {
            for (int round = 0; round < ROUNDS; round++) {
                long before = Objects.hits(object);
                try (BpfLink link = attaching.attach(object)) {
                    Objects.await(() -> Objects.hits(object) > before);
                    assertThat(link.program()).isEqualTo(program);
                }
                Objects.await(() -> {
                    long after = Objects.hits(object);
                    callers.awaitCalls();
                    return Objects.hits(object) == after;
                });
            }
        }
    }

    @Test
    void probe() throws InterruptedException {
        closes(
                "at_entry",
                "getpgid",
                object -> Attach.uprobe(object.program("at_entry"), "libc.so.6", UprobeOptions.function("getpgid")));
    }

    @Test
    void probeAtTheReturn() throws InterruptedException {
        closes(
                "at_return",
                "getpriority",
                object -> Attach.uprobe(
                        object.program("at_return"),
                        "libc.so.6",
                        UprobeOptions.function("getpriority").returning()));
    }

    @Test
    void probesOfOneLink() throws InterruptedException {
        closes(
                "at_entries",
                "getsid",
                object -> Attach.uprobes(object.program("at_entries"), "libc.so.6", MultiOptions.of("getsid")));
    }

    @Test
    void tracepoint() throws InterruptedException {
        try (LoadedObject object = Objects.loader("tracing", "on_raw_tracepoint")
                        .global("process", PID)
                        .load();
                Callers callers = new Callers("sched_yield")) {
            for (int round = 0; round < ROUNDS; round++) {
                long before = Objects.hits(object);
                try (BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_switch")) {
                    Objects.await(() -> Objects.hits(object) > before);
                    assertThat(link.isKernelLink()).isTrue();
                }
                Objects.await(() -> {
                    long after = Objects.hits(object);
                    callers.awaitCalls();
                    return Objects.hits(object) == after;
                });
            }
        }
    }

    /** What an iterator prints is still to be had. */
    @Test
    void iteratorOfWhichAPartWasRead() throws IOException {
        InputStream output;
        byte[] begin;
        try (LoadedObject object = Objects.loader("iterators", "tasks").load();
                BpfLink link = Attach.iterator(object.program("tasks"), IteratorOptions.all())) {
            output = link.output();
            begin = output.readNBytes(10);
        }
        try (output) {
            assertThat(begin).hasSize(10);
            assertThat(output.readAllBytes()).isNotEmpty();
        }
    }
}
