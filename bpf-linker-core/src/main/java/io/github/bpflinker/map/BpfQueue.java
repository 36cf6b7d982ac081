package io.github.bpflinker.map;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.OpenMap;
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
     * A map as a queue.
     *
     * @throws IllegalArgumentException if it is neither queue nor stack, or its values have another size
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
     * Puts an element in.
     *
     * @throws LoadException with {@link io.github.bpflinker.load.LoadProblem.MapFull} if there is no room
     */
    public void push(V value) {
        elements.check(Command.MAP_UPDATE_ELEM, put(value, 0));
    }

    /** Puts an element in; if there is no room, the oldest one goes. */
    public void pushReplacing(V value) {
        elements.check(Command.MAP_UPDATE_ELEM, put(value, REPLACE));
    }

    /** Puts an element in; false if there is no room. */
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

    /** Takes the oldest element of a queue, the newest one of a stack; empty if there is none. */
    public Optional<V> pop() {
        Frame frame = frames.take();
        int answer = elements.descriptor().call(fd -> elements.bpf().lookupAndDelete(fd, null, frame.value(), 0));
        return found(Command.MAP_LOOKUP_AND_DELETE_ELEM, frame, answer);
    }

    /** What {@link #pop()} would take. */
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
