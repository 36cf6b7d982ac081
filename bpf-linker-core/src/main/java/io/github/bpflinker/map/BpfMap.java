package io.github.bpflinker.map;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap.Update;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A map whose elements have keys: hashes, arrays, least-recently-used hashes, longest-prefix tries, local storage (keys are
 * descriptors: of a socket, a cgroup, an inode, or a process as of {@code pidfd_open}). Queues are {@link BpfQueue}, bloom
 * filters {@link BpfBloomFilter}, maps of maps {@link MapOfMaps}.
 *
 * <pre>{@code
 * BpfMap<Integer, Long> counts = BpfMap.of(object.map("counts"), Codecs.int32(), Codecs.int64());
 * counts.update(6, 0L);
 * counts.forEach((protocol, count) -> System.out.println(protocol + ": " + count));
 * }</pre>
 *
 * <p>It is a view: the map itself is closed by its owner, and calls then throw {@link IllegalStateException}. Thread-safe;
 * each call but those that say otherwise is atomic for the kernel's programs and for other processes. All methods throw
 * {@link LoadException} if the kernel refuses what is asked.
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
     * A map with one value for each key.
     *
     * @throws IllegalArgumentException if the codecs and the map do not have the same sizes, or its elements have no keys, or
     *     a value for each processor
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
     * A map with a value for each processor for each key: as many as there are possible processors, in their order.
     *
     * @throws IllegalArgumentException if the codecs and the map do not have the same sizes, or it is no such map
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

    /** A map of bytes; values of maps with a value for each processor one after the other, each 8-byte aligned. */
    public static BpfMap<byte[], byte[]> ofBytes(OpenMap map) {
        Elements elements = new Elements(map);
        MapInfo info = elements.info();
        int size = info.valueSize();
        if (MapTypes.PER_PROCESSOR.contains(info.type())) {
            size = (size + 7) / 8 * 8 * elements.descriptor().kernel().possibleCpus();
        }
        return new BpfMap<>(elements, Codecs.bytes(info.keySize()), Codecs.bytes(size));
    }

    /** What the kernel said about it when this view was made. */
    public MapInfo info() {
        return elements.info();
    }

    /** The value of a key, empty if it is not there; of a trie, that of the longest prefix of the key. */
    public Optional<V> lookup(K key) {
        return lookup(key, 0);
    }

    /** The same with flags: 4 ({@code BPF_F_LOCK}, Linux 5.1) for values with a spin lock. */
    public Optional<V> lookup(K key, long flags) {
        Frame frame = frames.take().withKey(keys, key);
        int answer = elements.descriptor().call(fd -> elements.bpf().lookup(fd, frame.key(), frame.value(), flags));
        return found(Command.MAP_LOOKUP_ELEM, frame, answer);
    }

    /** Removes a key and answers with the value that it had, in one step (Linux 5.14). */
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

    /** Sets the value of a key, whether it is there or not. */
    public void update(K key, V value) {
        update(key, value, Update.ANY);
    }

    /**
     * Sets the value of a key.
     *
     * @throws LoadException with {@link io.github.bpflinker.load.LoadProblem.MapFull} if there is no room; with EEXIST or
     *     ENOENT if the key is there or not against expectation
     */
    public void update(K key, V value, Update expected) {
        elements.check(Command.MAP_UPDATE_ELEM, put(key, value, expected.flag()));
    }

    /** Sets the value of a key with the kernel's flags: 4 ({@code BPF_F_LOCK}, Linux 5.1) for values with a spin lock. */
    public void update(K key, V value, long flags) {
        elements.check(Command.MAP_UPDATE_ELEM, put(key, value, flags));
    }

    /** Sets the value of a key that is not there; false if it is. */
    public boolean insert(K key, V value) {
        int answer = put(key, value, Update.NEW.flag());
        if (answer != -Errno.EEXIST) {
            elements.check(Command.MAP_UPDATE_ELEM, answer);
        }
        return answer >= 0;
    }

    /** Sets the value of a key that is there; false if it is not. */
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

    /** Removes a key; false if it is not there. Elements of arrays can't be removed. */
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
     * Sets many, with few calls where the kernel can (Linux 5.6), else one by one. Not atomic: when it fails, the first ones
     * may be set.
     */
    public void updateAll(Map<? extends K, ? extends V> entries) {
        if (!batches.update(entries)) {
            entries.forEach(this::update);
        }
    }

    /** Removes many, those that are not there passed over; how many were there. Not atomic. */
    public int deleteAll(Collection<? extends K> wanted) {
        int deleted = 0;
        for (K key : wanted) {
            deleted += delete(key) ? 1 : 0;
        }
        return deleted;
    }

    /**
     * Removes all elements and hands each to {@code taker} with its last value, in batches where the kernel can (hashes,
     * Linux 5.6), else one by one. None is lost: what is written meanwhile is either handed over or still there.
     */
    public void drain(BiConsumer<? super K, ? super V> taker) {
        if (!batches.drain(taker)) {
            entries().forEachRemaining(entry -> lookupAndDelete(entry.getKey())
                    .ifPresent(value -> taker.accept(entry.getKey(), value)));
        }
    }

    /**
     * All elements, in the kernel's order, read in batches where the kernel can (Linux 5.6). Each comes at most once. An
     * element that is there from the first to the last call comes, if {@link #iteratesExactly()}; one that comes or goes
     * meanwhile may come or not, and a value is what it was at some moment in between. For one thread.
     */
    public EntryIterator<K, V> entries() {
        return new EntryIterator<>(elements, keys, values, batches);
    }

    /** Does something with each element; see {@link #entries()}. */
    public void forEach(BiConsumer<? super K, ? super V> action) {
        entries().forEachRemaining(entry -> action.accept(entry.getKey(), entry.getValue()));
    }

    /**
     * Whether {@link #entries()} misses no element that stays, whatever others write. That is so for arrays, whose elements
     * never move, and for hashes that the kernel reads bucket by bucket under its lock (Linux 5.6). In hashes of older
     * kernels, and in tries, one whose value is replaced meanwhile can be missed.
     */
    public boolean iteratesExactly() {
        int type = elements.info().type();
        return MapTypes.ARRAYS.contains(type) || MapTypes.HASHES.contains(type) && batches.canRead();
    }

    /**
     * As a {@link Map} whose changes are changes of this map. Its contract is kept as that of a map which others write too;
     * {@code size} counts by reading all. {@code put} answers with the previous value, which is read in a step of its own;
     * {@code putIfAbsent} with a value that is put, and {@code replace}, are not atomic beyond the single steps of which the
     * interface's default methods consist. Elements of arrays can't be removed ({@link UnsupportedOperationException}).
     *
     * @throws UnsupportedOperationException if keys are arrays in Java, which are equal to nothing but themselves; if it is a
     *     trie, where a key finds what another key put; or local storage, which can't be read as a whole
     */
    public Map<K, V> asMap() {
        return MapView.of(this);
    }

    /** Makes it read-only for user space, for good; programs still write to it (Linux 5.2). */
    public void freeze() {
        elements.check(Command.MAP_FREEZE, elements.descriptor().call(fd -> elements.bpf()
                .freeze(fd)));
    }

    /**
     * Pins it, so that it outlives this process until somebody removes the pin.
     *
     * @param path a new name in a BPF file system; folders on the way are made. Its last part must have no dot
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
