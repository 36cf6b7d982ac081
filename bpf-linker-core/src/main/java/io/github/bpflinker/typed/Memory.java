package io.github.bpflinker.typed;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads and writes the types of C in memory whose order is the machine's, at absolute positions. A number keeps its value:
 * one without a sign is read as the next larger type of Java, and one of 8 bytes as a {@code long} with the same bits.
 *
 * <p>Methods that write throw {@link IllegalArgumentException} if the value does not fit; those that read and write throw
 * {@link IndexOutOfBoundsException} outside of the memory.
 */
public final class Memory {

    private static final int BYTES_OF_INT128 = 16;
    private static final boolean LITTLE = ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);

    private Memory() {}

    /** A buffer over the bytes, in the order of the machine. */
    public static ByteBuffer of(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** The same memory in the order of the machine: the buffer itself, if it has that order. */
    public static ByteBuffer inOrder(ByteBuffer buffer) {
        return buffer.order().equals(ByteOrder.nativeOrder())
                ? buffer
                : buffer.duplicate().order(ByteOrder.nativeOrder());
    }

    /** A {@code bool}: whether the byte is not 0. */
    public static boolean bool(ByteBuffer memory, int at) {
        return memory.get(at) != 0;
    }

    /** Writes a {@code bool}. */
    public static void putBool(ByteBuffer memory, int at, boolean value) {
        memory.put(at, (byte) (value ? 1 : 0));
    }

    /** A byte with a sign. */
    public static byte s8(ByteBuffer memory, int at) {
        return memory.get(at);
    }

    /** Writes a byte with a sign. */
    public static void putS8(ByteBuffer memory, int at, byte value) {
        memory.put(at, value);
    }

    /** A byte without a sign. */
    public static int u8(ByteBuffer memory, int at) {
        return Byte.toUnsignedInt(memory.get(at));
    }

    /** Writes a byte without a sign. */
    public static void putU8(ByteBuffer memory, int at, int value) {
        memory.put(at, (byte) unsigned(value, Byte.SIZE));
    }

    /** Two bytes with a sign. */
    public static short s16(ByteBuffer memory, int at) {
        return memory.getShort(at);
    }

    /** Writes two bytes with a sign. */
    public static void putS16(ByteBuffer memory, int at, short value) {
        memory.putShort(at, value);
    }

    /** Two bytes without a sign. */
    public static int u16(ByteBuffer memory, int at) {
        return Short.toUnsignedInt(memory.getShort(at));
    }

    /** Writes two bytes without a sign. */
    public static void putU16(ByteBuffer memory, int at, int value) {
        memory.putShort(at, (short) unsigned(value, Short.SIZE));
    }

    /** Four bytes with a sign. */
    public static int s32(ByteBuffer memory, int at) {
        return memory.getInt(at);
    }

    /** Writes four bytes with a sign. */
    public static void putS32(ByteBuffer memory, int at, int value) {
        memory.putInt(at, value);
    }

    /** Four bytes without a sign. */
    public static long u32(ByteBuffer memory, int at) {
        return Integer.toUnsignedLong(memory.getInt(at));
    }

    /** Writes four bytes without a sign. */
    public static void putU32(ByteBuffer memory, int at, long value) {
        memory.putInt(at, (int) unsigned(value, Integer.SIZE));
    }

    /** Eight bytes, with a sign or without one. */
    public static long s64(ByteBuffer memory, int at) {
        return memory.getLong(at);
    }

    /** Writes eight bytes. */
    public static void putS64(ByteBuffer memory, int at, long value) {
        memory.putLong(at, value);
    }

    /** Two bytes in the order of the network, without a sign: {@code __be16}. */
    public static int be16(ByteBuffer memory, int at) {
        short value = memory.getShort(at);
        return Short.toUnsignedInt(LITTLE ? Short.reverseBytes(value) : value);
    }

    /** Writes two bytes in the order of the network. */
    public static void putBe16(ByteBuffer memory, int at, int value) {
        short bits = (short) unsigned(value, Short.SIZE);
        memory.putShort(at, LITTLE ? Short.reverseBytes(bits) : bits);
    }

    /** Four bytes in the order of the network, without a sign: {@code __be32}. */
    public static long be32(ByteBuffer memory, int at) {
        int value = memory.getInt(at);
        return Integer.toUnsignedLong(LITTLE ? Integer.reverseBytes(value) : value);
    }

    /** Writes four bytes in the order of the network. */
    public static void putBe32(ByteBuffer memory, int at, long value) {
        int bits = (int) unsigned(value, Integer.SIZE);
        memory.putInt(at, LITTLE ? Integer.reverseBytes(bits) : bits);
    }

    /** Eight bytes in the order of the network: {@code __be64}. */
    public static long be64(ByteBuffer memory, int at) {
        long value = memory.getLong(at);
        return LITTLE ? Long.reverseBytes(value) : value;
    }

    /** Writes eight bytes in the order of the network. */
    public static void putBe64(ByteBuffer memory, int at, long value) {
        memory.putLong(at, LITTLE ? Long.reverseBytes(value) : value);
    }

    /** A {@code float}. */
    public static float f32(ByteBuffer memory, int at) {
        return memory.getFloat(at);
    }

    /** Writes a {@code float}. */
    public static void putF32(ByteBuffer memory, int at, float value) {
        memory.putFloat(at, value);
    }

    /** A {@code double}. */
    public static double f64(ByteBuffer memory, int at) {
        return memory.getDouble(at);
    }

    /** Writes a {@code double}. */
    public static void putF64(ByteBuffer memory, int at, double value) {
        memory.putDouble(at, value);
    }

    private static int unsigned(int value, int bits) {
        if (value >>> bits != 0) {
            throw unfit(value, bits);
        }
        return value;
    }

    private static long unsigned(long value, int bits) {
        if (value >>> bits != 0) {
            throw unfit(value, bits);
        }
        return value;
    }

    private static IllegalArgumentException unfit(long value, int bits) {
        return new IllegalArgumentException(
                value + " is no number of " + bits + " bits without a sign: those are 0 to " + ((1L << bits) - 1));
    }

    /** A number of 16 bytes with a sign: {@code __int128}. */
    public static BigInteger s128(ByteBuffer memory, int at) {
        return new BigInteger(bigEndian(memory, at));
    }

    /** A number of 16 bytes without a sign. */
    public static BigInteger u128(ByteBuffer memory, int at) {
        return new BigInteger(1, bigEndian(memory, at));
    }

    private static byte[] bigEndian(ByteBuffer memory, int at) {
        byte[] number = bytes(memory, at, BYTES_OF_INT128);
        if (LITTLE) {
            reverse(number);
        }
        return number;
    }

    private static void reverse(byte[] bytes) {
        for (int i = 0; i < bytes.length / 2; i++) {
            byte kept = bytes[i];
            bytes[i] = bytes[bytes.length - 1 - i];
            bytes[bytes.length - 1 - i] = kept;
        }
    }

    /** Writes a number of 16 bytes with a sign. */
    public static void putS128(ByteBuffer memory, int at, BigInteger value) {
        put128(memory, at, value, value.bitLength() < BYTES_OF_INT128 * Byte.SIZE);
    }

    /** Writes a number of 16 bytes without a sign. */
    public static void putU128(ByteBuffer memory, int at, BigInteger value) {
        put128(memory, at, value, value.signum() >= 0 && value.bitLength() <= BYTES_OF_INT128 * Byte.SIZE);
    }

    private static void put128(ByteBuffer memory, int at, BigInteger value, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(value + " does not fit into a number of 128 bits");
        }
        long low = value.longValue();
        long high = value.shiftRight(Long.SIZE).longValue();
        memory.putLong(at, LITTLE ? low : high).putLong(at + Long.BYTES, LITTLE ? high : low);
    }

    /** A copy of some bytes. */
    public static byte[] bytes(ByteBuffer memory, int at, int size) {
        byte[] copy = new byte[size];
        memory.get(at, copy);
        return copy;
    }

    /** Writes bytes. */
    public static void putBytes(ByteBuffer memory, int at, byte[] value) {
        memory.put(at, value);
    }

    /** The address of a {@code struct in_addr}. */
    public static Inet4Address inet4(ByteBuffer memory, int at) {
        try {
            return (Inet4Address) InetAddress.getByAddress(bytes(memory, at, Integer.BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("4 bytes are an address", e);
        }
    }

    /** The address of a {@code struct in6_addr}. */
    public static Inet6Address inet6(ByteBuffer memory, int at) {
        try {
            return Inet6Address.getByAddress(null, bytes(memory, at, BYTES_OF_INT128), -1);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }

    /** Writes an address. */
    public static void putInet(ByteBuffer memory, int at, InetAddress value) {
        memory.put(at, value.getAddress());
    }

    /** A list of what {@code element} makes of the numbers from 0. */
    public static <T> List<T> list(int count, IntFunction<T> element) {
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.apply(i));
        }
        return List.copyOf(list);
    }

    /** Checks the number of elements of an array. */
    public static void length(String member, int length, int taken) {
        if (length != taken) {
            throw new IllegalArgumentException("'" + member + "' takes " + taken + " elements, not " + length);
        }
    }

    /** Checks the number of elements of a flexible array that lie within the size of their struct. */
    public static void atMost(String member, int length, int most) {
        if (length > most) {
            throw new IllegalArgumentException("'" + member + "' has " + length + " elements, and there is room for "
                    + most + " in a struct of fixed size");
        }
    }

    /** Bytes in hexadecimal, for {@code toString}. */
    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
