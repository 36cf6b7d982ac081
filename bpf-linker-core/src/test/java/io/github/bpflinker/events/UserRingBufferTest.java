package io.github.bpflinker.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRingBufferTest {

    private static final String SOURCE = """
        struct bpf_dynptr;
        static long (*bpf_dynptr_read)(void *, u32, struct bpf_dynptr *, u32, u64) = (void *)201;
        static long (*bpf_user_ringbuf_drain)(void *, void *, void *, u64) = (void *)209;
        struct { __uint(type, 31); __uint(max_entries, 4096); } commands SEC(".maps");
        struct { __uint(type, 2); __uint(max_entries, 2); __type(key, u32); __type(value, u64); } sums SEC(".maps");

        static long take(struct bpf_dynptr *record, void *context) {
            u64 number = 0;
            u32 first = 0, second = 1;
            u64 *sum = bpf_map_lookup_elem(&sums, &first), *count = bpf_map_lookup_elem(&sums, &second);
            if (bpf_dynptr_read(&number, sizeof(number), record, 0, 0) || !sum || !count) return 1;
            *sum = *sum * 3 + number;
            *count += 1;
            return 0;
        }
        SEC("raw_tp/sys_enter") int drain(void *ctx) {
            return bpf_user_ringbuf_drain(&commands, take, 0, 0);
        }
        """;

    private static byte[] record(long number) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.nativeOrder())
                .putLong(number)
                .array();
    }

    @Test
    @SuppressWarnings("try") // a closed buffer is used
    void programsTakeRecordsInOrder(@TempDir Path folder) {
        try (LoadedObject object = LoadedSource.load(folder, "commands", SOURCE);
                UserRingBuffer ring = UserRingBuffer.of(object.map("commands"))) {
            BpfMap<Integer, Long> sums = BpfMap.of(object.map("sums"), Codecs.int32(), Codecs.int64());
            long expected = 0;
            int sent = 0;
            for (int round = 0; round < 5; round++) {
                int before = sent;
                while (ring.offer(record(sent))) {
                    expected = expected * 3 + sent;
                    sent++;
                }
                // 8 bytes of header, and 12 of content in 16.
                assertThat(sent - before).isEqualTo(4096 / 24);
                TestRun.of(object.program("drain")).run();
                assertThat(sums.lookup(0)).contains(expected);
                assertThat(sums.lookup(1)).contains((long) sent);
            }
            assertThatThrownBy(() -> ring.offer(new byte[4096])).isInstanceOf(IllegalArgumentException.class);
            ring.close();
            assertThatThrownBy(() -> ring.offer(record(0))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> UserRingBuffer.of(object.map("sums"))).hasMessageContaining("no user ring buffer");
        }
    }
}
