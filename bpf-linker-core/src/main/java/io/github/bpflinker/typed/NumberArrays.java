package io.github.bpflinker.typed;

import java.nio.ByteBuffer;

/** Reads and writes arrays of numbers; each number as {@link Memory} has it. Bytes stay bytes. */
public final class NumberArrays {

    private NumberArrays() {}

    /** An array of {@code bool}. */
    public static boolean[] bool(ByteBuffer memory, int at, int count) {
        boolean[] values = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.bool(memory, at + i * Byte.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code bool}. */
    public static void putBool(ByteBuffer memory, int at, boolean[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putBool(memory, at + i * Byte.BYTES, values[i]);
        }
    }

    /** An array of numbers of two bytes with a sign. */
    public static short[] s16(ByteBuffer memory, int at, int count) {
        short[] values = new short[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.s16(memory, at + i * Short.BYTES);
        }
        return values;
    }

    /** Writes an array of numbers of two bytes with a sign. */
    public static void putS16(ByteBuffer memory, int at, short[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putS16(memory, at + i * Short.BYTES, values[i]);
        }
    }

    /** An array of numbers of two bytes without a sign. */
    public static int[] u16(ByteBuffer memory, int at, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.u16(memory, at + i * Short.BYTES);
        }
        return values;
    }

    /** Writes an array of numbers of two bytes without a sign. */
    public static void putU16(ByteBuffer memory, int at, int[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putU16(memory, at + i * Short.BYTES, values[i]);
        }
    }

    /** An array of numbers of four bytes with a sign. */
    public static int[] s32(ByteBuffer memory, int at, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.s32(memory, at + i * Integer.BYTES);
        }
        return values;
    }

    /** Writes an array of numbers of four bytes with a sign. */
    public static void putS32(ByteBuffer memory, int at, int[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putS32(memory, at + i * Integer.BYTES, values[i]);
        }
    }

    /** An array of numbers of four bytes without a sign. */
    public static long[] u32(ByteBuffer memory, int at, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.u32(memory, at + i * Integer.BYTES);
        }
        return values;
    }

    /** Writes an array of numbers of four bytes without a sign. */
    public static void putU32(ByteBuffer memory, int at, long[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putU32(memory, at + i * Integer.BYTES, values[i]);
        }
    }

    /** An array of numbers of eight bytes. */
    public static long[] s64(ByteBuffer memory, int at, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.s64(memory, at + i * Long.BYTES);
        }
        return values;
    }

    /** Writes an array of numbers of eight bytes. */
    public static void putS64(ByteBuffer memory, int at, long[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putS64(memory, at + i * Long.BYTES, values[i]);
        }
    }

    /** An array of {@code __be16}. */
    public static int[] be16(ByteBuffer memory, int at, int count) {
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.be16(memory, at + i * Short.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code __be16}. */
    public static void putBe16(ByteBuffer memory, int at, int[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putBe16(memory, at + i * Short.BYTES, values[i]);
        }
    }

    /** An array of {@code __be32}. */
    public static long[] be32(ByteBuffer memory, int at, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.be32(memory, at + i * Integer.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code __be32}. */
    public static void putBe32(ByteBuffer memory, int at, long[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putBe32(memory, at + i * Integer.BYTES, values[i]);
        }
    }

    /** An array of {@code __be64}. */
    public static long[] be64(ByteBuffer memory, int at, int count) {
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.be64(memory, at + i * Long.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code __be64}. */
    public static void putBe64(ByteBuffer memory, int at, long[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putBe64(memory, at + i * Long.BYTES, values[i]);
        }
    }

    /** An array of {@code float}. */
    public static float[] f32(ByteBuffer memory, int at, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.f32(memory, at + i * Integer.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code float}. */
    public static void putF32(ByteBuffer memory, int at, float[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putF32(memory, at + i * Integer.BYTES, values[i]);
        }
    }

    /** An array of {@code double}. */
    public static double[] f64(ByteBuffer memory, int at, int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = Memory.f64(memory, at + i * Long.BYTES);
        }
        return values;
    }

    /** Writes an array of {@code double}. */
    public static void putF64(ByteBuffer memory, int at, double[] values) {
        for (int i = 0; i < values.length; i++) {
            Memory.putF64(memory, at + i * Long.BYTES, values[i]);
        }
    }
}
