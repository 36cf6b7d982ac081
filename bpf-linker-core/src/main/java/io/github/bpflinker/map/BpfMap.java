package io.github.bpflinker.map;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A map with keys: hashes, arrays, LRU hashes, LPM tries, local storage (whose keys are descriptors of a socket,
 * cgroup, inode, or of a process from {@code pidfd_open}). Queues are {@link BpfQueue}, bloom filters {@link
 * BpfBloomFilter}, maps of maps {@link MapOfMaps}.
 *
 * <pre>{@code
 * BpfMap<Integer, Long> counts = BpfMap.of(object.map("counts"), Codecs.int32(), Codecs.int64());
 * counts.update(6, 0L);
 * counts.forEach((protocol, count) -> System.out.println(protocol + ": " + count));
 * }</pre>
 *
 * <p>It is a view: the owner closes the map, after which calls throw {@link IllegalStateException}. Thread-safe. Unless
 * documented otherwise, calls are atomic with respect to programs and other processes. All methods throw {@link
 * LoadException} if the kernel rejects a call.
 *
 * @param <K> keys in Java
 * @param <V> values in Java
 */
public final class BpfMap<K, V> {

    private final Elements elements;
    private final Codec<K> keys;
    private final Codec<V> values;
    private final Frame.Pool frames;
    private final Batches<K, V> batches;

    private BpfMap(Elements elements, Codec<K> keys, Codec<V> values) {
        MapInfo info = elements.info();
        if (MapTypes.WITHOUT_KEYS.contains(info.type())) {
            throw elements.unfit("map with keys");
        }
        elements.checkSize("keys", keys.size(), info.keySize());
        this.elements = elements;
        this.keys = keys;
        this.values = values;
        this.frames = new Frame.Pool(keys.size(), values.size());
        this.batches = new Batches<>(elements, keys, values);
    }

    /**
     * Creates a view of a map with one value for each key.
     *
     * @throws IllegalArgumentException if the sizes of the codecs and the map differ, or it has no keys, or is a
     *     per-CPU map
     */
    public static <K, V> BpfMap<K, V> of(OpenMap map, Codec<K> keys, Codec<V> values) {
        Elements elements = new Elements(map);
        if (MapTypes.PER_PROCESSOR.contains(elements.info().type())) {
            throw elements.unfit("map with one value for each key: see ofProcessors");
        }
        elements.checkSize("values", values.size(), elements.info().valueSize());
        return new BpfMap<>(elements, keys, values);
    }

    /**
     * Creates a view of a per-CPU map, with a value for each possible CPU, in the order of CPU numbers.
     *
     * @throws IllegalArgumentException if the sizes of the codecs and the map differ, or it is not a per-CPU map
     */
    public static <K, V> BpfMap<K, List<V>> ofProcessors(OpenMap map, Codec<K> keys, Codec<V> values) {
        Elements elements = new Elements(map);
        if (!MapTypes.PER_PROCESSOR.contains(elements.info().type())) {
            throw elements.unfit("map with a value for each processor");
        }
        elements.checkSize("values", values.size(), elements.info().valueSize());
        int processors = elements.descriptor().kernel().possibleCpus();
        return new BpfMap<>(elements, keys, Codecs.perProcessor(values, processors));
    }

    /**
     * Creates a view with keys and values as bytes. Values of per-CPU maps are concatenated, each aligned to 8 bytes.
     */
    public static BpfMap<byte[], byte[]> ofBytes(OpenMap map) {
        Elements elements = new Elements(map);
        MapInfo info = elements.info();
        int size = info.valueSize();
        if (MapTypes.PER_PROCESSOR.contains(info.type())) {
            size = (size + 7) / 8 * 8 * elements.descriptor().kernel().possibleCpus();
        }
        return new BpfMap<>(elements, Codecs.bytes(info.keySize()), Codecs.bytes(size));
    }

    /** The information of the kernel about the map when this view was created. */
    public MapInfo info() {
        return elements.info();
    }

    /** Looks up a key; empty if it does not exist. In a trie, finds the longest matching prefix. */
    public Optional<V> lookup(K key) {
        return lookup(key, 0);
    }

    /** Looks up a key with flags, such as 4 ({@code BPF_F_LOCK}, Linux 5.1) for values with a spin lock. */
    public Optional<V> lookup(K key, long flags) {
        Frame frame = frames.take().withKey(keys, key);
        int answer = elements.descriptor().call(fd -> elements.bpf().lookup(fd, frame.key(), frame.value(), flags));
        return found(Command.MAP_LOOKUP_ELEM, frame, answer);
    }

    /** Atomically removes a key and returns its value (Linux 5.14). */
    public Optional<V> lookupAndDelete(K key) {
        Frame frame = frames.take().withKey(keys, key);
        int answer =
                elements.descriptor().call(fd -> elements.bpf().lookupAndDelete(fd, frame.key(), frame.value(), 0));
        return found(Command.MAP_LOOKUP_AND_DELETE_ELEM, frame, answer);
    }

    private Optional<V> found(Command command, Frame frame, int answer) {
        Optional<V> value = answer < 0 ? Optional.empty() : Optional.of(frame.readValue(values));
        frames.giveBack(frame);
        if (answer != -Errno.ENOENT) {
            elements.check(command, answer);
        }
        return value;
    }

    /** Sets the value of a key, existing or not. */
    public void update(K key, V value) {
        update(key, value, Update.ANY);
    }

    /**
     * Sets the value of a key.
     *
     * @throws LoadException with {@link io.github.bpflinker.load.LoadProblem.MapFull} if the map is full; with EEXIST
     *     or ENOENT if the precondition is not met
     */
    public void update(K key, V value, Update expected) {
        elements.check(Command.MAP_UPDATE_ELEM, put(key, value, expected.flag()));
    }

    /** Sets the value of a key with flags, such as 4 ({@code BPF_F_LOCK}, Linux 5.1) for values with a spin lock. */
    public void update(K key, V value, long flags) {
        elements.check(Command.MAP_UPDATE_ELEM, put(key, value, flags));
    }

    /** Inserts a key; false if it already exists. */
    public boolean insert(K key, V value) {
        int answer = put(key, value, Update.NEW.flag());
        if (answer != -Errno.EEXIST) {
            elements.check(Command.MAP_UPDATE_ELEM, answer);
        }
        return answer >= 0;
    }

    /** Replaces the value of a key; false if it does not exist. */
    public boolean replace(K key, V value) {
        int answer = put(key, value, Update.EXISTING.flag());
        if (answer != -Errno.ENOENT) {
            elements.check(Command.MAP_UPDATE_ELEM, answer);
        }
        return answer >= 0;
    }

    private int put(K key, V value, long flags) {
        Frame frame = frames.take().withKey(keys, key).withValue(values, value);
        int answer = elements.descriptor().call(fd -> elements.bpf().update(fd, frame.key(), frame.value(), flags));
        frames.giveBack(frame);
        return answer;
    }

    /** Removes a key; false if it does not exist. Elements of arrays can't be removed. */
    public boolean delete(K key) {
        Frame frame = frames.take().withKey(keys, key);
        int answer = elements.descriptor().call(fd -> elements.bpf().delete(fd, frame.key()));
        frames.giveBack(frame);
        if (answer != -Errno.ENOENT) {
            elements.check(Command.MAP_DELETE_ELEM, answer);
        }
        return answer >= 0;
    }

    /**
     * Sets many values, in batches if the kernel supports them (Linux 5.6), otherwise one by one. Not atomic: after a
     * failure, some values may have been set.
     */
    public void updateAll(Map<? extends K, ? extends V> entries) {
        if (!batches.update(entries)) {
            entries.forEach(this::update);
        }
    }

    /** Removes the existing ones of {@code wanted} and returns their number. Not atomic. */
    public int deleteAll(Collection<? extends K> wanted) {
        int deleted = 0;
        for (K key : wanted) {
            deleted += delete(key) ? 1 : 0;
        }
        return deleted;
    }

    /**
     * Removes all elements and passes each with its last value to {@code taker}, in batches if the kernel supports them
     * (hashes, Linux 5.6), otherwise one by one. Concurrent writes are not lost: they are either passed to {@code
     * taker} or remain in the map.
     */
    public void drain(BiConsumer<? super K, ? super V> taker) {
        if (!batches.drain(taker)) {
            entries().forEachRemaining(entry -> lookupAndDelete(entry.getKey())
                    .ifPresent(value -> taker.accept(entry.getKey(), value)));
        }
    }

    /**
     * Iterates over all elements in the kernel's order, in batches if the kernel supports them (Linux 5.6). Each
     * element is returned at most once. If {@link #iteratesExactly()}, every element that exists during the whole
     * iteration is returned; elements that are added or removed concurrently may be missing, and each value is current
     * at some time during the iteration. Not thread-safe.
     */
    public EntryIterator<K, V> entries() {
        return new EntryIterator<>(elements, keys, values, batches);
    }

    /** Calls {@code action} for each element; see {@link #entries()}. */
    public void forEach(BiConsumer<? super K, ? super V> action) {
        entries().forEachRemaining(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    /**
     * Whether {@link #entries()} returns every element that exists during the whole iteration, despite concurrent
     * writes. True for arrays, and for hashes that the kernel reads bucket by bucket under a lock (Linux 5.6). In
     * hashes of older kernels, and in tries, an element whose value is replaced concurrently can be missing.
     */
    public boolean iteratesExactly() {
        int type = elements.info().type();
        return MapTypes.ARRAYS.contains(type) || (MapTypes.HASHES.contains(type) && batches.canRead());
    }

    /**
     * Returns a {@link Map} view, whose changes write through to this map. Other writers can modify it concurrently;
     * {@code size} reads all elements. {@code put} reads the previous value in a separate call, and the default methods
     * of the interface, such as {@code putIfAbsent} and {@code replace}, are not atomic. Elements of arrays can't be
     * removed ({@link UnsupportedOperationException}).
     *
     * @throws UnsupportedOperationException if keys are Java arrays, which are compared by identity; for a trie, where
     *     a key can find the value of another key; and for local storage, which can't be iterated
     */
    public Map<K, V> asMap() {
        return MapView.of(this);
    }

    /** Makes the map permanently read-only for user space; programs can still write to it (Linux 5.2). */
    public void freeze() {
        elements.check(Command.MAP_FREEZE, elements.descriptor().call(fd -> elements.bpf()
                .freeze(fd)));
    }

    /**
     * Pins the map, so that it exists until the pin is removed, even after the end of this process.
     *
     * @param path a new path in a BPF file system; missing directories are created. Its last component must not contain
     *     a dot
     */
    public void pin(Path path) {
        elements.descriptor().pin(path);
    }

    Elements elements() {
        return elements;
    }

    @Override
    public String toString() {
        return elements.info().typeName() + " " + elements.subject();
    }
}
