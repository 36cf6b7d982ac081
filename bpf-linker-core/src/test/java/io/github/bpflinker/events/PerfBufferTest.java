package io.github.bpflinker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerfBufferTest {

    @TempDir
    private Path folder;

    /** Of each processor in order, and each once. */
    @Test
    void keepsTheOrderOfEachProcessorAndLosesNothing() {
        int events = 20_000;
        List<Long> lost = new ArrayList<>();
        try (Emitter emitter = Emitter.load(folder, 4096);
                EventLoop loop = new EventLoop()) {
            Map<Integer, Long> last = new HashMap<>();
            boolean[] seen = new boolean[events];
            loop.add(PerfBuffer.of(emitter.map("perf"), 256, (cpu, count) -> lost.add(count)), event -> {
                long number = event.getLong(0);
                assertThat(number).isGreaterThan(last.getOrDefault(event.getInt(8), -1L));
                last.put(event.getInt(8), number);
                assertThat(seen[(int) number]).isFalse();
                seen[(int) number] = true;
            });
            int taken = 0;
            for (int i = 0; i < 10; i++) {
                emitter.run("emit_perf", events / 10);
                taken += loop.poll(Duration.ZERO);
            }
            assertThat(taken).isEqualTo(events);
            assertThat(seen).doesNotContain(false);
            assertThat(lost).isEmpty();
            assertThat(emitter.lost()).isZero();
        }
    }

    @Test
    void tellsHowManyWereLost() {
        long[] lost = {0};
        try (Emitter emitter = Emitter.load(folder, 4096);
                PerfBuffer buffer = PerfBuffer.of(emitter.map("perf"), 1, (cpu, count) -> lost[0] += count)) {
            List<Long> numbers = new ArrayList<>();
            emitter.run("emit_perf", 1000);
            buffer.consume(event -> numbers.add(event.getLong(0)));
            assertThat(numbers).hasSizeLessThan(1000);
            // The number of those that were lost comes with the next record, of each processor.
            for (int i = 0; i < 1000 && lost[0] < emitter.lost(); i++) {
                emitter.run("emit_perf", 1);
                buffer.consume(event -> numbers.add(event.getLong(0)));
            }
            assertThat(lost[0]).isEqualTo(emitter.lost()).isPositive();
            assertThat(numbers).doesNotHaveDuplicates();
        }
    }

    @Test
    void looksBackFromTheNewest() {
        try (Emitter emitter = Emitter.load(folder, 4096);
                PerfBuffer buffer = PerfBuffer.overwriting(emitter.map("perf"), 1)) {
            emitter.run("emit_perf", 1000);
            assertThat(emitter.lost()).isZero();
            Map<Integer, List<Long>> numbers = new HashMap<>();
            int taken = buffer.consume(event -> numbers.computeIfAbsent(event.getInt(8), cpu -> new ArrayList<>())
                    .add(event.getLong(0)));
            assertThat(taken).isGreaterThan(50).isLessThan(1000);
            assertThat(numbers.values())
                    .allSatisfy(each -> assertThat(each).isSortedAccordingTo(java.util.Comparator.reverseOrder()));
            assertThat(numbers.values()).anySatisfy(each -> assertThat(each).startsWith(999L));
        }
    }

    @Test
    void refusesOtherMapsAndSizes() {
        try (Emitter emitter = Emitter.load(folder, 4096)) {
            assertThatThrownBy(() -> PerfBuffer.of(emitter.map("ring"), 1, (cpu, count) -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no perf event array");
            assertThatThrownBy(() -> PerfBuffer.of(emitter.map("perf"), 3, (cpu, count) -> {}))
                    .hasMessageContaining("3 pages, which is no power of two");
            PerfBuffer closed = PerfBuffer.of(emitter.map("perf"), 1, (cpu, count) -> {});
            closed.close();
            assertThatThrownBy(() -> closed.consume(event -> {})).isInstanceOf(IllegalStateException.class);
        }
    }
}
