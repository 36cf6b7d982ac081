import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.events.EventLoop;
import io.github.bpflinker.events.RingBuffer;
import io.github.bpflinker.events.Waiting;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.run.TestRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads as many events as asked for while a program writes them, then a map: by key, in batches. Prints the name of each
 * measurement and its figure, as the program in C does.
 */
public class Events {

    private static final int ENTRIES = 1_000_000;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = Integer.parseInt(arguments[1]);
        BpfObject object = BpfObject.read(arguments[0], ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0]))));
        try (LoadedObject loaded = BpfLoader.of(object).load()) {
            // Warm-up, whose events do not count.
            consume(loaded, 5_000_000);
            Result result = consume(loaded, events);
            System.out.printf("events_per_second %.0f%n", events / result.seconds);
            System.out.printf("consumer_ns_per_event %.1f%n", (double) result.cpu / events);
            System.out.printf("events_missing_or_out_of_order %d%n", result.wrong);
            System.out.printf("consumer_bytes_allocated_per_event %.3f%n", (double) result.allocated / events);
            maps(loaded);
        }
    }

    private record Result(double seconds, long cpu, long wrong, long allocated) {}

    private static Result consume(LoadedObject loaded, int events) throws InterruptedException {
        BpfMap<Integer, Long> counts = BpfMap.of(loaded.map("counts"), Codecs.int32(), Codecs.int64());
        counts.update(0, 0L);
        counts.update(1, 0L);
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (EventLoop loop = new EventLoop(Waiting.pausing(Duration.ofMillis(1)))) {
            Thread producer = new Thread(() -> {
                TestRun.of(loaded.program("emit"))
                        .data(new byte[64])
                        .repeat(events)
                        .run();
                loop.stop();
            });
            long[] next = {0, 0};
            loop.add(RingBuffer.of(loaded.map("ring")), event -> {
                if (event.getLong(0) != next[0]++) {
                    next[1]++;
                }
            });
            long cpu = ((ThreadMXBean) threads).getCurrentThreadCpuTime();
            long allocated = threads.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            producer.start();
            // Not poll, which takes what is there without a pause.
            loop.run();
            loop.poll(Duration.ZERO);
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Result(
                    seconds,
                    threads.getCurrentThreadCpuTime() - cpu,
                    next[1] + counts.lookup(1).orElseThrow(),
                    threads.getCurrentThreadAllocatedBytes() - allocated);
        }
    }

    private static void maps(LoadedObject loaded) {
        BpfMap<Integer, Long> entries = BpfMap.of(loaded.map("entries"), Codecs.int32(), Codecs.int64());
        java.util.Map<Integer, Long> content = new java.util.HashMap<>();
        for (int i = 0; i < ENTRIES; i++) {
            content.put(i, (long) i);
        }
        entries.updateAll(content);
        lookUp(entries);
        System.out.printf("lookup_ns %.1f%n", lookUp(entries));
        walk(entries);
        System.out.printf("batch_iteration_ns_per_entry %.1f%n", walk(entries));
    }

    private static double lookUp(BpfMap<Integer, Long> entries) {
        long start = System.nanoTime();
        for (int i = 0; i < ENTRIES; i++) {
            if (entries.lookup(i).orElseThrow() != i) {
                throw new IllegalStateException();
            }
        }
        return (double) (System.nanoTime() - start) / ENTRIES;
    }

    private static double walk(BpfMap<Integer, Long> entries) {
        long start = System.nanoTime();
        long[] sum = {0};
        entries.asMap().forEach((key, value) -> sum[0] += value - key + 1);
        if (sum[0] != ENTRIES) {
            throw new IllegalStateException();
        }
        return (double) (System.nanoTime() - start) / ENTRIES;
    }
}
