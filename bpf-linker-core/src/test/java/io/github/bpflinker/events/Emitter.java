package io.github.bpflinker.events;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;

/** A program that writes numbered records, each time that it runs. */
final class Emitter implements AutoCloseable {

    private static final String SOURCE = """
        struct event { u64 number; u32 processor; u32 other; };
        struct { __uint(type, 27); __uint(max_entries, %d); } ring SEC(".maps");
        struct { __uint(type, 27); __uint(max_entries, 4096); } second SEC(".maps");
        struct { __uint(type, 4); __uint(key_size, 4); __uint(value_size, 4); } perf SEC(".maps");
        struct { __uint(type, 2); __uint(max_entries, 2); __type(key, u32); __type(value, u64); } counts SEC(".maps");

        static u64 *count(u32 key) { return bpf_map_lookup_elem(&counts, &key); }

        SEC("socket") int emit(void *ctx) {
            u64 *number = count(0), *lost = count(1);
            if (!number || !lost) return 0;
            struct event *event = bpf_ringbuf_reserve(&ring, sizeof(struct event), 0);
            if (event) {
                event->number = *number;
                event->processor = bpf_get_smp_processor_id();
                event->other = 7;
                bpf_ringbuf_submit(event, 0);
            } else {
                *lost += 1;
            }
            *number += 1;
            return 0;
        }
        SEC("socket") int discards_odd(void *ctx) {
            u64 *number = count(0);
            if (!number) return 0;
            struct event *event = bpf_ringbuf_reserve(&ring, sizeof(struct event), 0);
            if (!event) return 0;
            event->number = *number;
            if (*number & 1) bpf_ringbuf_discard(event, 0);
            else bpf_ringbuf_submit(event, 0);
            *number += 1;
            return 0;
        }
        SEC("socket") int emit_second(void *ctx) {
            u64 number = 1000;
            bpf_ringbuf_output(&second, &number, sizeof(number), 0);
            return 0;
        }
        SEC("socket") int emit_perf(void *ctx) {
            u64 *number = count(0), *lost = count(1);
            if (!number || !lost) return 0;
            struct event event = {.number = *number, .processor = bpf_get_smp_processor_id()};
            if (bpf_perf_event_output(ctx, &perf, 0xffffffffULL, &event, sizeof(event))) *lost += 1;
            *number += 1;
            return 0;
        }
        SEC("raw_tp") int emit_perf_here(void *ctx) {
            u64 *number = count(0);
            if (!number) return 0;
            struct event event = {.number = *number, .processor = bpf_get_smp_processor_id()};
            bpf_perf_event_output(ctx, &perf, 0xffffffffULL, &event, sizeof(event));
            return 0;
        }
        """;

    private final LoadedObject object;
    private final BpfMap<Integer, Long> counts;

    private Emitter(LoadedObject object) {
        this.object = object;
        this.counts = BpfMap.of(object.map("counts"), Codecs.int32(), Codecs.int64());
    }

    /** @param ringSize of the ring buffer, in bytes */
    static Emitter load(Path folder, int ringSize) {
        return new Emitter(LoadedSource.load(
                folder,
                "emitter",
                SOURCE.formatted(ringSize)
                        .replace(
                                "__uint(key_size, 4); __uint(value_size, 4);",
                                "__type(key, u32); __type(value, u32);")));
    }

    LoadedMap map(String name) {
        return object.map(name);
    }

    /** Runs a program so often. */
    void run(String program, int times) {
        TestRun.of(object.program(program)).data(new byte[64]).repeat(times).run();
    }

    /** Runs a program of a raw tracepoint on a processor. */
    void runOn(String program, int processor) {
        TestRun.of(object.program(program)).cpu(processor).run();
    }

    /** How many records found no room. */
    long lost() {
        return counts.lookup(1).orElseThrow();
    }

    @Override
    public void close() {
        object.close();
    }
}
