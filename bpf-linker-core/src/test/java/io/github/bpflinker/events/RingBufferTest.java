package io.github.bpflinker.events;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.host.RunningKernel;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RingBufferTest {

    private static final int SMALL = 4096;

    /** A record of 16 bytes and its header. */
    private static final int RECORD = 24;

    @TempDir
    private Path folder;

    private static List<Long> numbers(RingBuffer ring) {
        List<Long> numbers = new ArrayList<>();
        ring.consume(event -> numbers.add(event.getLong(0)));
        return numbers;
    }

    /** Half a million in a buffer that holds them all, read while they are written. */
    @Test
    void keepsOrderAndLosesNothing() throws InterruptedException {
        int events = 500_000;
        try (Emitter emitter = Emitter.load(folder, 1 << 24);
                EventLoop loop = new EventLoop()) {
            long[] seen = {0, 0};
            loop.add(RingBuffer.of(emitter.map("ring")), event -> {
                seen[1] += event.getLong(0) == seen[0] && event.size() == 16 && event.getInt(12) == 7 ? 0 : 1;
                if (++seen[0] == events) {
                    loop.stop();
                }
            });
            Thread producer = new Thread(() -> emitter.run("emit", events));
            producer.start();
            loop.run();
            producer.join();
            assertThat(seen).containsExactly(events, 0);
            assertThat(emitter.lost()).isZero();
        }
    }

    /** Nobody reads at first: as many are missing as the program counted. */
    @Test
    void whatFindsNoRoomIsMissingAndNothingElse() {
        try (Emitter emitter = Emitter.load(folder, SMALL);
                RingBuffer ring = RingBuffer.of(emitter.map("ring"))) {
            emitter.run("emit", 1000);
            assertThat(ring.pendingBytes()).isLessThanOrEqualTo(ring.size()).isGreaterThan(ring.size() - RECORD);
            List<Long> numbers = numbers(ring);
            assertThat(numbers).hasSize((int) (1000 - emitter.lost()));
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(numbers.get(i)).isEqualTo(i);
            }
            // There is room again, also where the memory ends and begins.
            emitter.run("emit", 100);
            assertThat(numbers(ring)).hasSize(100).startsWith(1000L).endsWith(1099L);
        }
    }

    @Test
    void discardedRecordsDoNotCome() {
        try (Emitter emitter = Emitter.load(folder, SMALL);
                RingBuffer ring = RingBuffer.of(emitter.map("ring"))) {
            emitter.run("discards_odd", 100);
            assertThat(numbers(ring)).hasSize(50).allMatch(number -> number % 2 == 0);
            assertThat(ring.pendingBytes()).isZero();
        }
    }

    @Test
    void takesNoMoreThanIsAskedFor() {
        try (Emitter emitter = Emitter.load(folder, SMALL);
                RingBuffer ring = RingBuffer.of(emitter.map("ring"))) {
            emitter.run("emit", 10);
            List<Long> numbers = new ArrayList<>();
            assertThat(ring.consume(event -> numbers.add(event.getLong(0)), 3)).isEqualTo(3);
            assertThat(ring.pendingBytes()).isEqualTo(7 * RECORD);
            assertThat(numbers(ring)).startsWith(3L).hasSize(7);
        }
    }

    @Test
    void aLoopHasSeveralBuffers() {
        for (Waiting waiting : List.of(Waiting.sleeping(), Waiting.pausing(Duration.ofMillis(1)), Waiting.spinning())) {
            try (Emitter emitter = Emitter.load(folder, SMALL);
                    EventLoop loop = new EventLoop(waiting)) {
                List<Long> numbers = new ArrayList<>();
                loop.add(RingBuffer.of(emitter.map("ring")), event -> numbers.add(event.getLong(0)));
                loop.add(RingBuffer.of(emitter.map("second")), event -> numbers.add(event.getLong(0)));
                assertThat(loop.poll(Duration.ofMillis(5))).isZero();
                emitter.run("emit", 2);
                emitter.run("emit_second", 1);
                assertThat(loop.poll(Duration.ofSeconds(60))).isEqualTo(3);
                assertThat(numbers).containsExactly(0L, 1L, 1000L);
            }
        }
    }

    @Test
    void wakesWhenARecordComes() throws InterruptedException {
        try (Emitter emitter = Emitter.load(folder, SMALL);
                EventLoop loop = new EventLoop()) {
            loop.add(RingBuffer.of(emitter.map("ring")), event -> loop.stop());
            Thread consumer = new Thread(loop::run);
            consumer.start();
            emitter.run("emit", 1);
            consumer.join(60_000);
            assertThat(consumer.isAlive()).isFalse();
        }
    }

    @Test
    void otherThreadsStopCloseAndInterruptLoops() throws InterruptedException {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            for (String how : List.of("stop", "close", "interrupt")) {
                EventLoop loop = new EventLoop();
                CountDownLatch running = new CountDownLatch(1);
                loop.add(RingBuffer.of(emitter.map("ring")), event -> running.countDown());
                AtomicBoolean returned = new AtomicBoolean();
                Thread consumer = new Thread(() -> {
                    loop.run();
                    returned.set(true);
                });
                consumer.start();
                emitter.run("emit", 1);
                running.await();
                switch (how) {
                    case "stop" -> loop.stop();
                    case "close" -> loop.close();
                    default -> consumer.interrupt();
                }
                consumer.join(60_000);
                assertThat(returned).as(how).isTrue();
                loop.close();
                loop.stop();
                assertThatThrownBy(loop::run).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void whatAHandlerThrowsArrivesAndCostsOneRecord() {
        try (Emitter emitter = Emitter.load(folder, SMALL);
                RingBuffer ring = RingBuffer.of(emitter.map("ring"))) {
            emitter.run("emit", 3);
            assertThatThrownBy(() -> ring.consume(event -> {
                        throw new IllegalArgumentException("no such record");
                    }))
                    .hasMessage("no such record");
            assertThat(numbers(ring)).containsExactly(1L, 2L);
        }
    }

    @Test
    void closedBuffersAndFinishedEventsAreRefused() {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            RingBuffer ring = RingBuffer.of(emitter.map("ring"));
            emitter.run("emit", 2);
            AtomicReference<Event> kept = new AtomicReference<>();
            ring.consume(
                    event -> {
                        kept.set(event);
                        assertThatThrownBy(() -> event.getLong(9)).isInstanceOf(IndexOutOfBoundsException.class);
                        assertThatThrownBy(() -> event.getInt(-1)).isInstanceOf(IndexOutOfBoundsException.class);
                        assertThat(event.toArray()).hasSize(16);
                    },
                    1);
            assertThatThrownBy(() -> requireNonNull(kept.get()).getInt(0)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> requireNonNull(kept.get()).toArray()).isInstanceOf(IllegalStateException.class);
            // A handler closes what it is called by.
            assertThat(ring.consume(event -> ring.close())).isEqualTo(1);
            assertThatThrownBy(() -> ring.consume(event -> {})).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(ring::pendingBytes).isInstanceOf(IllegalStateException.class);
            ring.close();
        }
    }

    /** The memory of a view is mapped as long as somebody has it. */
    @Test
    void viewsOutliveTheBuffer() throws InterruptedException {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            AtomicReference<ByteBuffer> view = new AtomicReference<>();
            try (RingBuffer ring = RingBuffer.of(emitter.map("ring"))) {
                emitter.run("emit", 1);
                ring.consume(event -> view.set(event.buffer()));
            }
            for (int i = 0; i < 3; i++) {
                System.gc();
                TimeUnit.MILLISECONDS.sleep(20);
                assertThat(requireNonNull(view.get()).getInt(12)).isEqualTo(7);
            }
        }
    }

    @Test
    void isLeftWithTheObjectAndGoesWhenItIsClosed() throws InterruptedException {
        RingBuffer ring;
        int id;
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            ring = RingBuffer.of(emitter.map("ring"));
            id = emitter.map("ring").info().id();
            emitter.run("emit", 1);
        }
        RunningKernel kernel = RunningKernel.ofSystem();
        assertThat(numbers(ring)).containsExactly(0L);
        KernelMap.ofId(kernel, id).close();
        ring.close();
        assertThat(goes(kernel, id)).isTrue();
    }

    /** The kernel frees programs, which hold their maps, some time after the last descriptor is closed. */
    private static boolean goes(RunningKernel kernel, int id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try {
                KernelMap.ofId(kernel, id).close();
            } catch (LoadException e) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return false;
    }

    @Test
    void refusesOtherMaps() {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            assertThatThrownBy(() -> RingBuffer.of(emitter.map("counts")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("map 'counts' is of type array, and no ring buffer");
        }
    }

    @Test
    void publishesNoMoreThanIsAskedFor() throws InterruptedException {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            RingBuffer ring = RingBuffer.of(emitter.map("ring"));
            Collector collector = new Collector();
            EventPublisher.of(ring, event -> event.getLong(0)).subscribe(collector);
            emitter.run("emit", 10);
            collector.subscription().request(3);
            collector.await(3);
            assertThat(collector.received()).containsExactly(0L, 1L, 2L);
            // The third one counts as taken when its subscriber has returned.
            while (ring.pendingBytes() == 8 * RECORD) {
                Thread.onSpinWait();
            }
            assertThat(ring.pendingBytes()).isEqualTo(7 * RECORD);
            collector.subscription().request(Long.MAX_VALUE);
            collector.await(10);
            emitter.run("emit", 1);
            collector.await(11);
            collector.subscription().cancel();
            assertThat(collector.received()).hasSize(11).endsWith(10L);
        }
    }

    @Test
    void iteratesUntilItIsClosed() throws InterruptedException {
        try (Emitter emitter = Emitter.load(folder, SMALL)) {
            EventPublisher.EventStream<byte[]> events =
                    EventPublisher.of(RingBuffer.of(emitter.map("ring"))).iterator();
            emitter.run("emit", 2);
            assertThat(events.next()).hasSize(16);
            assertThat(events.next()).hasSize(16);
            CountDownLatch waiting = new CountDownLatch(1);
            Thread closer = new Thread(() -> {
                waiting.countDown();
                events.close();
            });
            closer.start();
            waiting.await();
            assertThat(events.hasNext()).isFalse();
            closer.join();
        }
    }
}
