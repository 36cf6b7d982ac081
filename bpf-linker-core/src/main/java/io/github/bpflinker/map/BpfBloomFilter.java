package io.github.bpflinker.map;

import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;

/**
 * A bloom filter (Linux 5.16). A view of a map that its owner closes. Thread-safe.
 *
 * @param <V> elements in Java
 */
public final class BpfBloomFilter<V> {

    private final Elements elements;
    private final Codec<V> values;
    private final Frame.Pool frames;

    private BpfBloomFilter(Elements elements, Codec<V> values) {
        this.elements = elements;
        this.values = values;
        this.frames = new Frame.Pool(0, values.size());
    }

    /**
     * Creates a view of a map as a bloom filter.
     *
     * @throws IllegalArgumentException if it is not a bloom filter, or the codec and the map have different value sizes
     */
    public static <V> BpfBloomFilter<V> of(OpenMap map, Codec<V> values) {
        Elements elements = new Elements(map);
        if (elements.info().type() != MapTypes.BLOOM_FILTER) {
            throw elements.unfit("bloom filter");
        }
        elements.checkSize("values", values.size(), elements.info().valueSize());
        return new BpfBloomFilter<>(elements, values);
    }

    /**
     * Adds an element. There is no limit, but the rate of false positives increases with more than {@code max_entries}
     * elements.
     */
    public void add(V value) {
        Frame frame = frames.take().withValue(values, value);
        int answer = elements.descriptor().call(fd -> elements.bpf().update(fd, null, frame.value(), 0));
        frames.giveBack(frame);
        elements.check(Command.MAP_UPDATE_ELEM, answer);
    }

    /** Whether an element may have been added. False positives are possible, false negatives are not. */
    public boolean mayContain(V value) {
        Frame frame = frames.take().withValue(values, value);
        int answer = elements.descriptor().call(fd -> elements.bpf().lookup(fd, null, frame.value(), 0));
        frames.giveBack(frame);
        if (answer != -Errno.ENOENT) {
            elements.check(Command.MAP_LOOKUP_ELEM, answer);
        }
        return answer >= 0;
    }

    @Override
    public String toString() {
        return elements.info().typeName() + " " + elements.subject();
    }
}
