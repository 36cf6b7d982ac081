package io.github.bpflinker.typed;

import java.nio.ByteBuffer;
import java.util.NoSuchElementException;

/**
 * The global variables of a section, in the memory that programs use (Linux 5.5). Numbers of up to 8 bytes are read and
 * written at once, everything else byte by byte. Thread-safe.
 */
public abstract class GlobalSection {

    private final SectionData data;

    /** Used by generated classes. */
    protected GlobalSection(SectionData data) {
        this.data = data;
    }

    /** Where a variable begins; negative if the object that was loaded does not have it. */
    protected final int place(String variable, int size) {
        return data.place(variable, size);
    }

    /** The memory, for generated classes. */
    protected final ByteBuffer memory() {
        return data.memory();
    }

    /**
     * A position in the memory.
     *
     * @throws NoSuchElementException if the object has no such variable
     */
    protected final int at(int place) {
        if (place < 0) {
            throw new NoSuchElementException("the object that was loaded does not have this variable in " + data
                    + "; generate the classes again from it");
        }
        return place;
    }

    /** Moves a view to a variable. */
    protected final <V extends StructView> V inside(V view, int place) {
        view.moveTo(memory(), at(place));
        return view;
    }

    /** Writes a struct, from its first byte to its last. */
    protected final <T> void put(StructType<T, ?> type, int place, T value) {
        memory().put(at(place), type.toBytes(value));
    }

    @Override
    public String toString() {
        return data.toString();
    }
}
