package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.LoadedSource;
import io.github.bpflinker.testing.Root;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reading a million events as views of a generated class allocates, and how fast that is. */
class EventAllocationTest {

    private static final int EVENTS = 1_000_000;

    @TempDir
    private Path folder;

    private static final String SOURCE = """
        struct place { u16 port; u8 mac[6]; };
        struct event { u64 number; u32 pid; u32 low : 3, high : 5; struct place from; char comm[16]; u32 list[4]; };
        const struct event *unused __attribute__((unused));
        struct { __uint(type, 27); __uint(max_entries, 1 << 27); } events SEC(".maps");
        u64 numbers;
        SEC("socket") int emit(void *ctx) {
            for (int i = 0; i < 1000; i++) {
                struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
                if (!event) return 1;
                event->number = numbers++;
                event->pid = 7; event->low = 5; event->high = 17; event->from.port = 443; event->from.mac[5] = 255;
                __builtin_memcpy(event->comm, "consumer", 9);
                event->list[3] = 4;
                bpf_ringbuf_submit(event, 1);
            }
            return 0;
        }
        """;

    private static final String APPLICATION = """
        package app;

        import com.example.Event;
        import com.example.Stream;
        import com.sun.management.ThreadMXBean;
        import java.lang.management.ManagementFactory;

        public final class Application {
            private static final int EVENTS = %d;
            private long next;
            private long wrong;
            private final byte[] comm = new byte[16];

            private Application() {}

            private void accept(Event.View event) {
                event.copyComm(comm);
                boolean right = event.number() == next++ && event.pid() == 7 && event.low() == 5 && event.high() == 17
                        && event.from().port() == 443 && event.from().mac(5) == 255 && comm[7] == 'r' && event.list(3) == 4;
                wrong += right ? 0 : 1;
            }

            private void accept(Event event) {
                boolean right = event.number() == next++ && event.pid() == 7 && event.comm().length() == 8;
                wrong += right ? 0 : 1;
            }

            private static void emit(Stream stream) {
                stream.programs().emit().testRun().data(new byte[64]).repeat(EVENTS / 1000).run();
            }

            public static Object run() {
                ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
                Application application = new Application();
                try (Stream stream = Stream.open().load()) {
                    emit(stream);
                    stream.maps().events().consumeViews(application::accept);
                    emit(stream);
                    long before = threads.getCurrentThreadAllocatedBytes();
                    long time = threads.getCurrentThreadCpuTime();
                    long start = System.nanoTime();
                    int taken = stream.maps().events().consumeViews(application::accept);
                    long wall = System.nanoTime() - start;
                    long views = threads.getCurrentThreadCpuTime() - time;
                    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                    emit(stream);
                    stream.maps().events().consume(application::accept);
                    emit(stream);
                    time = threads.getCurrentThreadCpuTime();
                    stream.maps().events().consume(application::accept);
                    long records = threads.getCurrentThreadCpuTime() - time;
                    return new long[] {taken, application.wrong, allocated, wall, views, records};
                }
            }
        }
        """.formatted(EVENTS);

    @Test
    void viewsOfAMillionEventsAllocateLessThanAByteForEach() {
        Root.require();
        Path object = LoadedSource.compile(folder, "stream", SOURCE);
        long[] seen = (long[]) JavaBuild.run(folder, "stream", object, GenerateOptions.of("com.example"), APPLICATION);
        assertThat(seen[0]).isEqualTo(EVENTS);
        assertThat(seen[1]).isZero();
        assertThat(seen[2]).isLessThan(EVENTS);
        System.out.printf(
                "%n%d bytes were allocated for %d views; %.1f million a second, %d ns of CPU time for each; %d ns for a record%n",
                seen[2], EVENTS, EVENTS * 1e3 / seen[3], seen[4] / EVENTS, seen[5] / EVENTS);
    }
}
