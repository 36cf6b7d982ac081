package io.github.bpflinker.map;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.util.Optional;

/**
 * A queue or a stack (Linux 4.20). A view of a map that its owner closes. Thread-safe.
 *
 * @param <V> elements in Java
 */
public final class BpfQueue<V> {

    /** {@code BPF_EXIST}. */
    private static final int REPLACE = 2;

    private final Elements elements;
    private final Codec<V> values;
    private final Frame.Pool frames;

    private BpfQueue(Elements elements, Codec<V> values) {
        this.elements = elements;
        this.values = values;
        this.frames = new Frame.Pool(0, values.size());
    }

    /**
     * Creates a view of a map as a queue or stack.
     *
     * @throws IllegalArgumentException if it is neither a queue nor a stack, or the codec and the map have different
     *     value sizes
     */
    public static <V> BpfQueue<V> of(OpenMap map, Codec<V> values) {
        Elements elements = new Elements(map);
        int type = elements.info().type();
        if (type != MapTypes.QUEUE && type != MapTypes.STACK) {
            throw elements.unfit("queue or stack");
        }
        elements.checkSize("values", values.size(), elements.info().valueSize());
        return new BpfQueue<>(elements, values);
    }

    /**
     * Adds an element.
     *
     * @throws LoadException with {@link io.github.bpflinker.load.LoadProblem.MapFull} if it is full
     */
    public void push(V value) {
        elements.check(Command.MAP_UPDATE_ELEM, put(value, 0));
    }

    /** Adds an element; if it is full, the oldest one is removed. */
    public void pushReplacing(V value) {
        elements.check(Command.MAP_UPDATE_ELEM, put(value, REPLACE));
    }

    /** Adds an element; false if it is full. */
    public boolean offer(V value) {
        int answer = put(value, 0);
        if (answer != -Errno.E2BIG) {
            elements.check(Command.MAP_UPDATE_ELEM, answer);
        }
        return answer >= 0;
    }

    private int put(V value, int flags) {
        Frame frame = frames.take().withValue(values, value);
        int answer = elements.descriptor().call(fd -> elements.bpf().update(fd, null, frame.value(), flags));
        frames.giveBack(frame);
        return answer;
    }

    /** Removes and returns the oldest element of a queue or the newest one of a stack; empty if there is none. */
    public Optional<V> pop() {
        Frame frame = frames.take();
        int answer = elements.descriptor().call(fd -> elements.bpf().lookupAndDelete(fd, null, frame.value(), 0));
        return found(Command.MAP_LOOKUP_AND_DELETE_ELEM, frame, answer);
    }

    /** Returns the element that {@link #pop()} would return, without removing it. */
    public Optional<V> peek() {
        Frame frame = frames.take();
        int answer = elements.descriptor().call(fd -> elements.bpf().lookup(fd, null, frame.value(), 0));
        return found(Command.MAP_LOOKUP_ELEM, frame, answer);
    }

    private Optional<V> found(Command command, Frame frame, int answer) {
        Optional<V> value = answer < 0 ? Optional.empty() : Optional.of(frame.readValue(values));
        frames.giveBack(frame);
        if (answer != -Errno.ENOENT) {
            elements.check(command, answer);
        }
        return value;
    }

    @Override
    public String toString() {
        return elements.info().typeName() + " " + elements.subject();
    }
}
