package io.github.bpflinker.map;

import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address prefix. Two are equal if their length and bits are equal. Bits after the length, which the kernel ignores,
 * are zero.
 *
 * @param length in bits
 * @param address the most significant byte first
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, and copied
public record Prefix(int length, byte[] address) {

    public Prefix {
        if (length < 0 || length > address.length * Byte.SIZE) {
            throw new IllegalArgumentException(
                    "a prefix of " + length + " bits for an address of " + address.length * Byte.SIZE);
        }
        address = masked(address, length);
    }

    private static byte[] masked(byte[] address, int length) {
        byte[] masked = Arrays.copyOf(Arrays.copyOf(address, (length + 7) / Byte.SIZE), address.length);
        if (length % Byte.SIZE != 0) {
            masked[length / Byte.SIZE] &= (byte) (0xff00 >> length % Byte.SIZE);
        }
        return masked;
    }

    /** The prefix of a network, such as {@code of(InetAddress.getByName("10.1.0.0"), 16)}. */
    public static Prefix of(InetAddress network, int length) {
        return new Prefix(length, network.getAddress());
    }

    /** A complete address, for lookups. */
    public static Prefix of(InetAddress address) {
        return of(address, address.getAddress().length * Byte.SIZE);
    }

    @Override
    public byte[] address() {
        return address.clone();
    }

    int size() {
        return address.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Prefix that && length == that.length && Arrays.equals(address, that.address);
    }

    @Override
    public int hashCode() {
        return 31 * length + Arrays.hashCode(address);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (byte part : address) {
            text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
        }
        return text.append('/').append(length).toString();
    }
}
