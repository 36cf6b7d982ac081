package io.github.bpflinker.map;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Codecs for numbers, bytes, text, address prefixes and per-CPU values. */
public final class Codecs {

    private static final int ALIGNMENT = 8;

    private Codecs() {}

    /** Creates a codec from two functions, which must advance the buffer's position by {@code size}. */
    public static <T> Codec<T> of(int size, BiConsumer<ByteBuffer, T> write, Function<ByteBuffer, T> read) {
        return new Codec<>() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public void write(T value, ByteBuffer to) {
                write.accept(to, value);
            }

            @Override
            public T read(ByteBuffer from) {
                return read.apply(from);
            }
        };
    }

    /** {@code __u8} or {@code __s8}. */
    public static Codec<Byte> int8() {
        return of(Byte.BYTES, (to, value) -> to.put(value), ByteBuffer::get);
    }

    /** {@code __u16} or {@code __s16}. */
    public static Codec<Short> int16() {
        return of(Short.BYTES, (to, value) -> to.putShort(value), ByteBuffer::getShort);
    }

    /** {@code __u32} or {@code __s32}. */
    public static Codec<Integer> int32() {
        return of(Integer.BYTES, (to, value) -> to.putInt(value), ByteBuffer::getInt);
    }

    /** {@code __u64} or {@code __s64}. */
    public static Codec<Long> int64() {
        return of(Long.BYTES, (to, value) -> to.putLong(value), ByteBuffer::getLong);
    }

    /** A fixed number of bytes, not converted. */
    public static Codec<byte[]> bytes(int size) {
        return of(
                size,
                (to, value) -> {
                    if (value.length != size) {
                        throw new IllegalArgumentException(value.length + " bytes where " + size + " are taken");
                    }
                    to.put(value);
                },
                from -> {
                    byte[] value = new byte[size];
                    from.get(value);
                    return value;
                });
    }

    /** {@code char[]}: UTF-8 up to the first zero, of at most {@code size} bytes. */
    public static Codec<String> text(int size) {
        return of(
                size,
                (to, value) -> {
                    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                    if (bytes.length > size) {
                        throw new IllegalArgumentException(
                                "'" + value + "' takes " + bytes.length + " bytes, and there are " + size);
                    }
                    to.put(bytes).position(to.position() + size - bytes.length);
                },
                from -> {
                    byte[] bytes = new byte[size];
                    from.get(bytes);
                    int end = 0;
                    while (end < size && bytes[end] != 0) {
                        end++;
                    }
                    return new String(bytes, 0, end, StandardCharsets.UTF_8);
                });
    }

    /**
     * Keys of longest-prefix-match tries: {@code struct bpf_lpm_trie_key_u8}.
     *
     * @param addressSize in bytes: 4 for IPv4, 16 for IPv6
     */
    public static Codec<Prefix> prefix(int addressSize) {
        return of(
                Integer.BYTES + addressSize,
                (to, value) -> {
                    if (value.size() != addressSize) {
                        throw new IllegalArgumentException(
                                value + " has " + value.size() + " bytes where " + addressSize + " are taken");
                    }
                    to.putInt(value.length()).put(value.address());
                },
                from -> {
                    int length = from.getInt();
                    byte[] address = new byte[addressSize];
                    from.get(address);
                    return new Prefix(length, address);
                });
    }

    /** Values of per-CPU maps: one for each CPU, each aligned to 8 bytes. */
    static <T> Codec<List<T>> perProcessor(Codec<T> codec, int processors) {
        int stride = (codec.size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return of(
                stride * processors,
                (to, values) -> {
                    if (values.size() != processors) {
                        throw new IllegalArgumentException(
                                values.size() + " values for " + processors + " possible processors");
                    }
                    int start = to.position();
                    for (int i = 0; i < processors; i++) {
                        codec.write(values.get(i), to.position(start + i * stride));
                    }
                    to.position(start + processors * stride);
                },
                from -> {
                    int start = from.position();
                    List<T> values = new ArrayList<>(processors);
                    for (int i = 0; i < processors; i++) {
                        values.add(codec.read(from.position(start + i * stride)));
                    }
                    from.position(start + processors * stride);
                    return values;
                });
    }
}
