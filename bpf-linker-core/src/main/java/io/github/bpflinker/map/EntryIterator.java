package io.github.bpflinker.map;

import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.nio.ByteBuffer;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over the elements of a map; see {@link BpfMap#entries()}. Not thread-safe.
 *
 * @param <K> keys in Java
 * @param <V> values in Java
 */
public final class EntryIterator<K, V> implements Iterator<Map.Entry<K, V>> {

    private final Elements elements;
    private final Codec<K> keys;
    private final Codec<V> values;
    private final Batches<K, V> batches;

    /** The keys already returned, if the kernel may restart from the first key; null if it does not. */
    private final @Nullable Set<ByteBuffer> seen;

    private Batches.@Nullable Batch batch;
    private ByteBuffer keyBytes = ByteBuffer.allocate(0);
    private ByteBuffer valueBytes = ByteBuffer.allocate(0);
    private int at;
    private boolean last;

    private @Nullable NativeMemory place;
    private @Nullable Frame frame;

    private @Nullable Entry<K, V> next;

    private static final class Entry<K, V> extends SimpleImmutableEntry<K, V> {

        private static final long serialVersionUID = 1L;

        Entry(K key, V value) {
            super(key, value);
        }
    }

    EntryIterator(Elements elements, Codec<K> keys, Codec<V> values, Batches<K, V> batches) {
        this.elements = elements;
        this.keys = keys;
        this.values = values;
        this.batches = batches;
        int type = elements.info().type();
        boolean batched = batches.canRead();
        boolean steady = MapTypes.ARRAYS.contains(type) || (batched && MapTypes.HASHES.contains(type));
        this.seen = steady ? null : new HashSet<>();
        if (batched) {
            use(batches.newBatch(batches.size()));
        }
    }

    private void use(Batches.Batch fresh) {
        batch = fresh;
        keyBytes = fresh.keys().duplicate().order(fresh.keys().order());
        valueBytes = fresh.values().duplicate().order(fresh.values().order());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !isAtEnd()) {
            next = batch == null ? step() : fromBatch(batch);
        }
        return next != null;
    }

    private boolean isAtEnd() {
        return last && (batch == null || at >= batch.count());
    }

    @Override
    public Map.Entry<K, V> next() {
        if (!hasNext()) {
            throw new NoSuchElementException(elements.subject() + " has no further element");
        }
        Map.Entry<K, V> found = next;
        next = null;
        if (found == null) {
            throw new NoSuchElementException();
        }
        return found;
    }

    private @Nullable Entry<K, V> fromBatch(Batches.Batch current) {
        if (at >= current.count()) {
            int answer = batches.next(Command.MAP_LOOKUP_BATCH, current);
            at = 0;
            if (answer == -Errno.ENOSPC) {
                use(batches.grown(current));
                return null;
            }
            if (answer != -Errno.ENOENT) {
                elements.check(Command.MAP_LOOKUP_BATCH, answer);
            }
            last = answer == -Errno.ENOENT;
            return null;
        }
        int keyAt = at * keys.size();
        int valueAt = at * values.size();
        at++;
        return isNew(keyBytes, keyAt)
                ? new Entry<>(keys.read(keyBytes.position(keyAt)), values.read(valueBytes.position(valueAt)))
                : null;
    }

    private boolean isNew(ByteBuffer bytes, int from) {
        if (seen == null) {
            return true;
        }
        byte[] key = new byte[keys.size()];
        bytes.get(from, key);
        return seen.add(ByteBuffer.wrap(key));
    }

    /** Reads the next element by key; null if it must be skipped. */
    private @Nullable Entry<K, V> step() {
        NativeMemory before = place;
        Frame current = frame == null ? new Frame(keys.size(), values.size()) : frame;
        frame = current;
        int answer = elements.descriptor().call(fd -> elements.bpf().nextKey(fd, before, current.key()));
        if (answer == -Errno.ENOENT) {
            last = true;
            return null;
        }
        elements.check(Command.MAP_GET_NEXT_KEY, answer);
        NativeMemory here = before == null ? NativeMemory.allocate(keys.size()) : before;
        here.bytes().put(0, current.key().bytes(), 0, keys.size());
        place = here;
        if (!isNew(here.bytes(), 0)) {
            return null;
        }
        int found = elements.descriptor().call(fd -> elements.bpf().lookup(fd, here, current.value(), 0));
        if (found == -Errno.ENOENT) {
            return null;
        }
        elements.check(Command.MAP_LOOKUP_ELEM, found);
        return new Entry<>(current.readKey(keys), current.readValue(values));
    }
}
