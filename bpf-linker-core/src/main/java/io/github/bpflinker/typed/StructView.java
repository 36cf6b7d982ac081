package io.github.bpflinker.typed;

import java.nio.ByteBuffer;

/**
 * A view of a struct in memory: reads its members where they are, without an object for each. A view can be moved from one
 * struct to the next. Not thread-safe.
 *
 * <p>A view that a handler of events gets is valid until the handler returns; then its methods throw {@link
 * IllegalStateException}. The same holds for the views of its members.
 */
public abstract class StructView {

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final int least;
    private ByteBuffer memory = NONE;
    private int base;
    private int length;

    /** The view that this one ends with: itself, or the one that it is a member's of, at any depth. */
    private StructView root = this;
    /** How often a handler returned from this view. */
    private int ends;
    /** The {@link #ends} of {@link #root} that this view was moved after; another number before it is moved. */
    private int moved = -1;

    /** @param least the size of the struct in bytes, without elements of a flexible array */
    protected StructView(int least) {
        this.least = least;
    }

    /**
     * Moves the view.
     *
     * @param memory where the struct is; its position is neither used nor changed
     * @param at where the struct begins
     * @throws IndexOutOfBoundsException if the memory ends before the struct
     */
    public final void moveTo(ByteBuffer memory, int at) {
        moveTo(memory, at, least);
    }

    /**
     * Moves the view to a struct that may have elements of a flexible array behind it.
     *
     * @param length the bytes that belong to the struct
     */
    public final void moveTo(ByteBuffer memory, int at, int length) {
        if (length < least || at < 0 || at > memory.limit() - length) {
            throw new IndexOutOfBoundsException(
                    "a struct of " + least + " bytes, and there are " + Math.min(length, memory.limit() - at));
        }
        this.memory = Memory.inOrder(memory);
        this.base = at;
        this.length = length;
        this.root = this;
        this.moved = ends;
    }

    /** Moves a view of a member, which ends with this view. */
    protected final <V extends StructView> V inside(V view, int offset) {
        view.moveTo(memory(), base + offset);
        StructView inner = view;
        inner.root = root;
        inner.moved = moved;
        return view;
    }

    /** Makes every use of the view, and of those of its members, fail until it is moved again. */
    final void leave() {
        memory = NONE;
        ends++;
    }

    /** The memory, for generated classes. */
    protected final ByteBuffer memory() {
        if (moved != root.ends) {
            throw new IllegalStateException(
                    "the view is at no struct: views of events end with their handler; keep the record instead");
        }
        return memory;
    }

    /** The position of a member in the memory. */
    protected final int at(int offset) {
        return base + offset;
    }

    /** The bytes that are left for a flexible array that begins at an offset. */
    protected final int rest(int offset) {
        return Math.max(0, length - offset);
    }
}
