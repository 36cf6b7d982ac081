package io.github.bpflinker.map;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.value.ValueReader;
import io.github.bpflinker.btf.value.ValueWriter;
import io.github.bpflinker.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A global variable or a part of one, in the memory that programs use. Numbers of 1, 2, 4 and 8 bytes are read and written at
 * once, everything else byte by byte. Thread-safe.
 */
public final class Variable {

    private final String name;
    private final Btf types;
    private final int type;
    private final ByteBuffer memory;
    private final Place place;
    private final boolean frozen;

    /**
     * Where it is.
     *
     * @param bit from the start of the memory
     * @param size of a bit-field in bits; 0 if it is none
     */
    record Place(long bit, int size) {}

    Variable(String name, Btf types, int type, ByteBuffer memory, Place place, boolean frozen) {
        this.name = name;
        this.types = types;
        this.type = type;
        this.memory = memory.duplicate().order(ByteOrder.nativeOrder());
        this.place = place;
        this.frozen = frozen;
    }

    private int at() {
        return (int) (place.bit() / 8);
    }

    /** In bytes. */
    public int size() {
        return (int) types.sizeOf(type).orElse(0);
    }

    /**
     * A member of a struct or union, also one of an anonymous struct inside.
     *
     * @throws NoSuchElementException if it has none of that name
     */
    public Variable field(String member) {
        Variable found = field(types.type(types.strip(type)), member, place.bit());
        if (found == null) {
            throw new NoSuchElementException("'" + name + "' has no field '" + member + "'");
        }
        return found;
    }

    private @Nullable Variable field(BtfType in, String member, long bit) {
        if (in instanceof BtfType.Composite composite) {
            for (BtfType.Member each : composite.members()) {
                long there = bit + each.bitOffset();
                if (each.name().equals(member)) {
                    return new Variable(
                            name + "." + member, types, each.type(), memory, new Place(there, each.bitSize()), frozen);
                }
                Variable inside =
                        each.name().isEmpty() ? field(types.type(types.strip(each.type())), member, there) : null;
                if (inside != null) {
                    return inside;
                }
            }
        }
        return null;
    }

    /**
     * An element of an array.
     *
     * @throws IndexOutOfBoundsException if it has no such element, or is no array
     */
    public Variable element(int index) {
        if (!(types.type(types.strip(type)) instanceof BtfType.Array array) || index < 0 || index >= array.count()) {
            throw new IndexOutOfBoundsException("'" + name + "' has no element " + index);
        }
        long size = types.sizeOf(array.element()).orElse(0);
        return new Variable(
                name + "[" + index + "]",
                types,
                array.element(),
                memory,
                new Place(place.bit() + index * size * 8, 0),
                frozen);
    }

    /**
     * Its value, if that is a number, a truth value, an enumerator or a pointer.
     *
     * @throws IllegalStateException if it is something else, or a bit-field: see {@link #json()} of the whole struct
     */
    public long number() {
        BtfType stripped = numeric();
        boolean signed = (stripped instanceof BtfType.Int number && (number.encoding() & BtfType.Int.SIGNED) != 0)
                || (stripped instanceof BtfType.Enumeration enumeration && enumeration.signed());
        return switch (size()) {
            case Byte.BYTES -> signed ? memory.get(at()) : Byte.toUnsignedLong(memory.get(at()));
            case Short.BYTES -> signed ? memory.getShort(at()) : Short.toUnsignedLong(memory.getShort(at()));
            case Integer.BYTES -> signed ? memory.getInt(at()) : Integer.toUnsignedLong(memory.getInt(at()));
            default -> memory.getLong(at());
        };
    }

    private BtfType numeric() {
        BtfType stripped = types.type(types.strip(type));
        boolean number = stripped instanceof BtfType.Int
                || stripped instanceof BtfType.Enumeration
                || stripped instanceof BtfType.Ptr;
        if (!number || place.size() != 0 || size() > Long.BYTES) {
            throw new IllegalStateException("'" + name + "' is no number of 1, 2, 4 or 8 bytes");
        }
        return stripped;
    }

    /**
     * Sets its value, if that is a number.
     *
     * @throws IllegalArgumentException if it does not hold that number
     * @throws IllegalStateException if it is no number, or can only be read
     */
    public void set(long number) {
        numeric();
        checkWritable();
        int bits = size() * 8;
        if (bits < Long.SIZE && (number < -(1L << (bits - 1)) || number >= (1L << bits))) {
            throw new IllegalArgumentException("'" + name + "' has " + bits + " bits, which do not hold " + number);
        }
        switch (size()) {
            case Byte.BYTES -> memory.put(at(), (byte) number);
            case Short.BYTES -> memory.putShort(at(), (short) number);
            case Integer.BYTES -> memory.putInt(at(), (int) number);
            default -> memory.putLong(at(), number);
        }
    }

    private void checkWritable() {
        if (frozen) {
            throw new IllegalStateException(
                    "'" + name + "' is constant once it is loaded; set it before, with BpfLoader.global");
        }
    }

    /** Its value, whatever it is: structs with field names, text, names of enumerators. */
    public JsonValue json() {
        return place.size() != 0 ? JsonValue.of(bits()) : new ValueReader(types).read(type, memory, at());
    }

    private long bits() {
        long value = 0;
        for (int i = place.size() - 1; i >= 0; i--) {
            long bit = place.bit() + i;
            value = (value << 1) | ((memory.get((int) (bit / 8)) >> (bit % 8)) & 1);
        }
        return value;
    }

    /**
     * Sets its value; of structs, those fields that are named.
     *
     * @throws IllegalArgumentException if it is no such value
     * @throws IllegalStateException if it can only be read, or is a bit-field
     */
    public void set(JsonValue value) {
        checkWritable();
        if (place.size() != 0) {
            throw new IllegalStateException("'" + name + "' is a bit-field; set it as a field of its struct");
        }
        new ValueWriter(types).write(type, value, memory, at());
    }

    @Override
    public String toString() {
        return name + " = " + json();
    }
}
