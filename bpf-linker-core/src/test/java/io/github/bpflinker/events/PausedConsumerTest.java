package io.github.bpflinker.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many events while another thread reads them, which pauses in the middle until some are lost. How many there are is to be
 * chosen with {@code -Dbpf.events=COUNT}.
 */
class PausedConsumerTest {

    private static final int EVENTS = Integer.getInteger("bpf.events", 200_000);
    /** Events that a program writes in one go. */
    private static final int BATCH = 20_000;

    private static final int SMALL_RING = 1 << 16;
    private static final int SMALL_PAGES = 16;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @TempDir
    private Path folder;

    /** What came, and what did not. */
    private static final class Seen {

        private final Map<Integer, Long> last = new HashMap<>();
        private final long[] numbers = new long[EVENTS / Long.SIZE + 1];
        private final AtomicInteger count = new AtomicInteger();
        private int repeated;
        private int disordered;
        private long lost;

        /** Takes the number of an event, and the place within which events are in order. */
        void add(long number, int place) {
            disordered += number > last.getOrDefault(place, -1L) ? 0 : 1;
            last.put(place, number);
            int word = (int) (number / Long.SIZE);
            repeated += (numbers[word] >>> number & 1) == 0 ? 0 : 1;
            numbers[word] |= 1L << number;
            count.incrementAndGet();
        }

        boolean isAt(int part) {
            return count.get() == part;
        }
    }

    private interface Consumer {
        void poll();
    }

    /**
     * Produces all events on a thread of its own, while this one polls; then polls what is left.
     *
     * @param backlog how many events may be waiting when more are written
     */
    private static void produce(Emitter emitter, String program, Seen seen, long backlog, Consumer consumer)
            throws InterruptedException {
        Thread producer = new Thread(() -> {
            for (int written = 0; written < EVENTS; written += BATCH) {
                while (written - seen.count.get() > backlog) {
                    Thread.onSpinWait();
                }
                emitter.run(program, Math.min(BATCH, EVENTS - written));
            }
        });
        producer.start();
        while (producer.isAlive()) {
            consumer.poll();
        }
        producer.join();
        consumer.poll();
    }

    private static void awaitLoss(Emitter emitter) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (emitter.lost() == 0) {
            assertThat(System.nanoTime()).as("none was lost").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static void isComplete(Seen seen, Emitter emitter) {
        assertThat(seen.count.get() + emitter.lost()).isEqualTo(EVENTS);
        assertThat(seen.repeated).isZero();
        assertThat(seen.disordered).isZero();
    }

    @Test
    void ringBufferMissesWhatTheProgramCounted() throws InterruptedException {
        Seen seen = new Seen();
        try (Emitter emitter = Emitter.load(folder, SMALL_RING);
                EventLoop loop = new EventLoop()) {
            loop.add(RingBuffer.of(emitter.map("ring")), event -> {
                seen.add(event.getLong(0), 0);
                if (seen.isAt(100)) {
                    awaitLoss(emitter);
                }
            });
            produce(emitter, "emit", seen, Long.MAX_VALUE, () -> loop.poll(Duration.ofMillis(1)));
            assertThat(emitter.lost()).isPositive();
            isComplete(seen, emitter);
        }
    }

    @Test
    void perfBufferMissesWhatItSaysWasLost() throws InterruptedException {
        Seen seen = new Seen();
        try (Emitter emitter = Emitter.load(folder, SMALL_RING);
                EventLoop loop = new EventLoop()) {
            PerfBuffer buffer = PerfBuffer.of(emitter.map("perf"), SMALL_PAGES, (cpu, lost) -> seen.lost += lost);
            loop.add(buffer, event -> {
                if (event.getLong(0) < EVENTS) {
                    seen.add(event.getLong(0), event.getInt(8));
                }
                if (seen.isAt(100)) {
                    awaitLoss(emitter);
                }
            });
            produce(emitter, "emit_perf", seen, Long.MAX_VALUE, () -> loop.poll(Duration.ofMillis(1)));
            long lost = emitter.lost();
            assertThat(lost).isPositive();
            isComplete(seen, emitter);
            // The number of those that were lost comes with the next record of the same processor.
            for (int processor : seen.last.keySet()) {
                emitter.runOn("emit_perf_here", processor);
            }
            loop.poll(Duration.ofMillis(1));
            assertThat(seen.lost).isEqualTo(lost);
        }
    }

    /** The producer waits when the consumer is behind, and both work at the same time otherwise. */
    @Test
    void nothingIsLostWhereThereIsRoom() throws InterruptedException {
        Seen ring = new Seen();
        Seen perf = new Seen();
        try (Emitter emitter = Emitter.load(folder, 1 << 21);
                EventLoop loop = new EventLoop()) {
            loop.add(RingBuffer.of(emitter.map("ring")), event -> ring.add(event.getLong(0), 0));
            produce(emitter, "emit", ring, BATCH, () -> loop.poll(Duration.ofMillis(1)));
            assertThat(emitter.lost()).isZero();
            isComplete(ring, emitter);
        }
        try (Emitter emitter = Emitter.load(folder, SMALL_RING);
                EventLoop loop = new EventLoop()) {
            PerfBuffer buffer = PerfBuffer.of(emitter.map("perf"), 1024, (cpu, lost) -> perf.lost += lost);
            loop.add(buffer, event -> perf.add(event.getLong(0), event.getInt(8)));
            produce(emitter, "emit_perf", perf, BATCH, () -> loop.poll(Duration.ofMillis(1)));
            assertThat(emitter.lost()).isZero();
            isComplete(perf, emitter);
            assertThat(perf.lost).isZero();
        }
    }
}
