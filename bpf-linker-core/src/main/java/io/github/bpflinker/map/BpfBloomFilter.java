package io.github.bpflinker.map;

import io.github.bpflinker.load.OpenMap;
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
     * A map as a bloom filter.
     *
     * @throws IllegalArgumentException if it is none, or its values have another size
     */
    public static <V> BpfBloomFilter<V> of(OpenMap map, Codec<V> values) {
        Elements elements = new Elements(map);
        if (elements.info().type() != MapTypes.BLOOM_FILTER) {
            throw elements.unfit("bloom filter");
        }
        elements.checkSize("values", values.size(), elements.info().valueSize());
        return new BpfBloomFilter<>(elements, values);
    }

    /** Adds an element; there is always room, and with more than {@code max_entries} more false answers. */
    public void add(V value) {
        Frame frame = frames.take().withValue(values, value);
        int answer = elements.descriptor().call(fd -> elements.bpf().update(fd, null, frame.value(), 0));
        frames.giveBack(frame);
        elements.check(Command.MAP_UPDATE_ELEM, answer);
    }

    /** False if it was never added; true if it was, and now and then if it was not. */
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
