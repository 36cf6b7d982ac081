package io.github.bpflinker.map;

import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Batch operations: reads, writes and removes many elements with one call, if the kernel supports it. Thread-safe. */
final class Batches<K, V> {

    /** The approximate size of a batch in bytes. */
    private static final int BYTES = 1 << 18;

    private static final int MOST = 1 << 14;

    private final Elements elements;
    private final Codec<K> keys;
    private final Codec<V> values;

    /** Whether the kernel supports reading in batches; null until it has been tried. */
    private volatile @Nullable Boolean reads;

    Batches(Elements elements, Codec<K> keys, Codec<V> values) {
        this.elements = elements;
        this.keys = keys;
        this.values = values;
    }

    /** The number of elements of a batch. */
    int size() {
        long fitting = BYTES / Math.max(1, keys.size() + values.size());
        return (int)
                Math.max(1, Math.min(Math.min(fitting, MOST), elements.info().maxEntries()));
    }

    /** The elements read by one call. */
    static final class Batch {

        private final NativeMemory keys;
        private final NativeMemory values;
        private final NativeMemory position;
        private final int room;
        private int count;
        private boolean started;

        Batch(int room, int keySize, int valueSize) {
            this.room = room;
            this.keys = NativeMemory.allocate(room * keySize);
            this.values = NativeMemory.allocate(room * valueSize);
            this.position = NativeMemory.allocate(Math.max(Integer.BYTES, keySize));
        }

        int count() {
            return count;
        }

        ByteBuffer keys() {
            return keys.bytes();
        }

        ByteBuffer values() {
            return values.bytes();
        }
    }

    Batch newBatch(int room) {
        return new Batch(room, keys.size(), values.size());
    }

    /** Whether the kernel supports reading this type of map in batches. */
    boolean canRead() {
        Boolean known = reads;
        if (known == null) {
            Batch one = newBatch(1);
            int answer = call(Command.MAP_LOOKUP_BATCH, one);
            known = isKnown(answer);
            reads = known;
        }
        return known;
    }

    private static boolean isKnown(int answer) {
        return answer >= 0 || answer == -Errno.ENOENT || answer == -Errno.ENOSPC || answer == -Errno.EINTR;
    }

    /**
     * Reads the elements that follow those of the batch, which holds the position.
     *
     * @return 0, or the negated error number: ENOENT if these are the last ones, ENOSPC if the batch is too small
     */
    int next(Command command, Batch batch) {
        int answer = call(command, batch);
        if (answer == -Errno.EINTR) {
            // An element was removed during the call; the elements before it are valid.
            answer = 0;
        }
        batch.started |= batch.count > 0;
        return answer;
    }

    /** A larger batch at the same position. */
    Batch grown(Batch batch) {
        Batch larger = newBatch(Math.multiplyExact(batch.room, 2));
        larger.started = batch.started;
        larger.position.bytes().put(0, batch.position.bytes(), 0, batch.position.size());
        return larger;
    }

    private int call(Command command, Batch batch) {
        int answer = elements.descriptor().call(fd -> (int) elements.bpf()
                .run(
                        command,
                        to -> to.putLong(0, batch.started ? batch.position.address() : 0)
                                .putLong(8, batch.position.address())
                                .putLong(16, batch.keys.address())
                                .putLong(24, batch.values.address())
                                .putInt(32, batch.room)
                                .putInt(36, fd),
                        from -> batch.count = from.getInt(32)));
        if (answer < 0 && answer != -Errno.ENOENT && answer != -Errno.EINTR) {
            batch.count = 0;
        }
        Reference.reachabilityFence(batch);
        return answer;
    }

    /** Writes all entries; false, without any effect, if the kernel does not support batches. */
    boolean update(Map<? extends K, ? extends V> entries) {
        Batch batch = newBatch(Math.max(1, Math.min(size(), entries.size())));
        ByteBuffer toKeys = batch.keys().duplicate().order(batch.keys().order());
        ByteBuffer toValues = batch.values().duplicate().order(batch.values().order());
        int filled = 0;
        boolean first = true;
        int left = entries.size();
        for (Map.Entry<? extends K, ? extends V> entry : entries.entrySet()) {
            keys.write(entry.getKey(), toKeys.position(filled * keys.size()));
            values.write(entry.getValue(), toValues.position(filled * values.size()));
            filled++;
            left--;
            if (filled == batch.room || left == 0) {
                int answer = write(batch, filled);
                if (first && !isKnown(answer) && answer != -Errno.E2BIG) {
                    return false;
                }
                elements.check(Command.MAP_UPDATE_BATCH, answer);
                first = false;
                filled = 0;
                clear(batch.keys());
                clear(batch.values());
            }
        }
        return true;
    }

    private static void clear(ByteBuffer bytes) {
        bytes.duplicate().clear().put(new byte[bytes.capacity()]);
    }

    private int write(Batch batch, int count) {
        int answer = elements.descriptor()
                .call(fd ->
                        (int) elements.bpf().run(Command.MAP_UPDATE_BATCH, to -> to.putLong(16, batch.keys.address())
                                .putLong(24, batch.values.address())
                                .putInt(32, count)
                                .putInt(36, fd)));
        Reference.reachabilityFence(batch);
        return answer;
    }

    /** Reads and removes all entries; false, without any effect, if the kernel does not support batches. */
    boolean drain(BiConsumer<? super K, ? super V> taker) {
        if (!MapTypes.HASHES.contains(elements.info().type())) {
            return false;
        }
        Batch batch = newBatch(size());
        boolean first = true;
        int answer = 0;
        while (answer != -Errno.ENOENT) {
            answer = next(Command.MAP_LOOKUP_AND_DELETE_BATCH, batch);
            if (answer == -Errno.ENOSPC) {
                batch = grown(batch);
            } else if (first && !isKnown(answer)) {
                return false;
            } else if (answer != -Errno.ENOENT) {
                elements.check(Command.MAP_LOOKUP_AND_DELETE_BATCH, answer);
            }
            first = false;
            ByteBuffer fromKeys = batch.keys().duplicate().order(batch.keys().order());
            ByteBuffer fromValues =
                    batch.values().duplicate().order(batch.values().order());
            for (int i = 0; i < batch.count(); i++) {
                taker.accept(
                        keys.read(fromKeys.position(i * keys.size())),
                        values.read(fromValues.position(i * values.size())));
            }
        }
        return true;
    }
}
