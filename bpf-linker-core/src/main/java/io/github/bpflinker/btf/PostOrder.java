package io.github.bpflinker.btf;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Visits types in post-order: each type once, after the types that it references. Uses an explicit stack, because a
 * chain of references can exceed the depth of a thread's stack. Not thread-safe.
 */
public final class PostOrder {

    private static final byte OPEN = 1;
    private static final byte DONE = 2;

    private final IntFunction<BtfType> types;
    private final Predicate<BtfType> opens;
    private final IntFunction<? extends RuntimeException> onCycle;
    private final byte[] state;
    private int[] ids = new int[64];
    private int[] next = new int[64];
    private int depth;

    /**
     * Creates a traversal of the types of {@code btf}. A cycle is reported by {@link Btf#invalid}.
     *
     * @param opens selects the types whose references are followed
     */
    public PostOrder(Btf btf, Predicate<BtfType> opens) {
        this(btf.typeCount(), btf::type, opens, id -> btf.invalid(id, "refers to itself"));
    }

    PostOrder(
            int typeCount,
            IntFunction<BtfType> types,
            Predicate<BtfType> opens,
            IntFunction<? extends RuntimeException> onCycle) {
        this.types = types;
        this.opens = opens;
        this.onCycle = onCycle;
        this.state = new byte[typeCount];
    }

    /** Visits {@code root} and the types reachable from it, except those visited before. */
    public void visit(int root, IntConsumer leave) {
        enter(root, leave);
        while (depth > 0) {
            int top = depth - 1;
            BtfType type = types.apply(ids[top]);
            if (next[top] < type.referenceCount()) {
                enter(type.reference(next[top]++), leave);
            } else {
                depth = top;
                state[ids[top]] = DONE;
                leave.accept(ids[top]);
            }
        }
    }

    private void enter(int id, IntConsumer leave) {
        if (state[id] == OPEN) {
            throw onCycle.apply(id);
        }
        if (state[id] == DONE) {
            return;
        }
        if (!opens.test(types.apply(id))) {
            state[id] = DONE;
            leave.accept(id);
            return;
        }
        if (depth == ids.length) {
            ids = Arrays.copyOf(ids, depth * 2);
            next = Arrays.copyOf(next, depth * 2);
        }
        state[id] = OPEN;
        ids[depth] = id;
        next[depth] = 0;
        depth++;
    }
}
