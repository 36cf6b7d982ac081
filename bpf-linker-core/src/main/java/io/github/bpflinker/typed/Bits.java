package io.github.bpflinker.typed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bit-fields. On a machine whose order is little-endian the first one of a struct is in the lowest bits of its first byte, on
 * the others in the highest, as the ABIs of Linux have it.
 */
public final class Bits {

    private static final boolean LITTLE = ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);

    private Bits() {}

    /**
     * A bit-field without a sign.
     *
     * @param at the byte from which bits are counted
     * @param bit of the first bit
     * @param size in bits, 1 to 64
     */
    public static long unsigned(ByteBuffer memory, int at, int bit, int size) {
        return unsigned(LITTLE, memory, at, bit, size);
    }

    static long unsigned(boolean little, ByteBuffer memory, int at, int bit, int size) {
        int from = little ? at + bit / Byte.SIZE : at + (bit + size - 1) / Byte.SIZE;
        int skip = skip(little, bit, size);
        long value = 0;
        for (int have = 0; have < size; from += little ? 1 : -1) {
            value |= (long) (Byte.toUnsignedInt(memory.get(from)) >>> skip) << have;
            have += Byte.SIZE - skip;
            skip = 0;
        }
        return size == Long.SIZE ? value : value & ((1L << size) - 1);
    }

    /** The lowest bits of the byte with the lowest part of the number that are not its own. */
    private static int skip(boolean little, int bit, int size) {
        return little ? bit % Byte.SIZE : -(bit + size) & (Byte.SIZE - 1);
    }

    /** A bit-field with a sign; see {@link #unsigned(ByteBuffer, int, int, int)}. */
    public static long signed(ByteBuffer memory, int at, int bit, int size) {
        int unused = Long.SIZE - size;
        return (unsigned(memory, at, bit, size) << unused) >> unused;
    }

    /**
     * Writes a bit-field without a sign.
     *
     * @throws IllegalArgumentException if it has not enough bits
     */
    public static void putUnsigned(ByteBuffer memory, int at, int bit, int size, long value) {
        if (size < Long.SIZE && value >>> size != 0) {
            throw unfit(value, size);
        }
        put(LITTLE, memory, at, bit, size, value);
    }

    /**
     * Writes a bit-field with a sign.
     *
     * @throws IllegalArgumentException if it has not enough bits
     */
    public static void putSigned(ByteBuffer memory, int at, int bit, int size, long value) {
        long sign = value >> (size - 1);
        if (sign != 0 && sign != -1) {
            throw unfit(value, size);
        }
        put(LITTLE, memory, at, bit, size, value);
    }

    private static IllegalArgumentException unfit(long value, int size) {
        return new IllegalArgumentException(value + " does not fit into a bit-field of " + size + " bits");
    }

    static void put(boolean little, ByteBuffer memory, int at, int bit, int size, long value) {
        int to = little ? at + bit / Byte.SIZE : at + (bit + size - 1) / Byte.SIZE;
        int skip = skip(little, bit, size);
        for (int have = 0; have < size; to += little ? 1 : -1) {
            int count = Math.min(Byte.SIZE - skip, size - have);
            int mask = ((1 << count) - 1) << skip;
            long part = (value >>> have) << skip;
            memory.put(to, (byte) ((memory.get(to) & ~mask) | (part & mask)));
            have += count;
            skip = 0;
        }
    }
}
