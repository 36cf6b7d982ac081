package io.github.bpflinker.attach;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How {@code struct __bpf_usdt_spec} is laid out in an object, which is a matter of the {@code usdt.bpf.h} that its source
 * includes: libbpf 1.7 added an index register. Its bit fields of 8, 12, 4 and 8 bits look as if they had the place of the
 * 32 bits before; but 12 bits of a 16-bit type don't straddle 16 bits in the ABI of C, so all that follows moves. Source:
 * both releases' headers, compiled.
 */
enum UsdtLayout {
    /** Of libbpf 1.0 to 1.6. */
    PLAIN(16, 12, 14, 15) {
        @Override
        void writeKind(ByteBuffer spec, int at, UsdtArgument argument) {
            spec.putInt(at, argument.kind().number());
        }
    },

    /** Of libbpf 1.7 and newer. */
    INDEXED(24, 14, 16, 17) {
        @Override
        void writeKind(ByteBuffer spec, int at, UsdtArgument argument) {
            spec.put(at, (byte) argument.kind().number())
                    .putShort(at + 2, (short) (argument.index() | (argument.scale() << INDEX_BITS)));
        }
    };

    private static final int INDEX_BITS = 12;
    private static final int WIDEST = 64;

    private final int argumentSize;
    private final int register;
    private final int signed;
    private final int shift;

    UsdtLayout(int argumentSize, int register, int signed, int shift) {
        this.argumentSize = argumentSize;
        this.register = register;
        this.signed = signed;
        this.shift = shift;
    }

    /** Writes what an argument is, and its index register, to the bytes behind its value. */
    abstract void writeKind(ByteBuffer spec, int at, UsdtArgument argument);

    /** The layout of a map's values, by their size. */
    static Optional<UsdtLayout> ofSize(int bytes) {
        return Stream.of(values()).filter(layout -> layout.size() == bytes).findFirst();
    }

    /** Bytes of {@code struct __bpf_usdt_spec}. */
    int size() {
        return cookie() + 2 * Long.BYTES;
    }

    private int cookie() {
        return UsdtArguments.MOST * argumentSize;
    }

    /** Whether it can say where the argument is. */
    boolean describes(UsdtArgument argument) {
        return this == INDEXED || argument.kind() != UsdtArgument.Kind.INDEXED;
    }

    /**
     * The whole of it, for little-endian machines, as all are that this library loads on.
     *
     * @param arguments those that it {@linkplain #describes describes}
     * @param cookie what {@code bpf_usdt_cookie} gives
     */
    byte[] write(List<UsdtArgument> arguments, long cookie) {
        ByteBuffer spec = ByteBuffer.allocate(size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < arguments.size(); i++) {
            UsdtArgument argument = arguments.get(i);
            int at = i * argumentSize;
            spec.putLong(at, argument.value());
            writeKind(spec, at + Long.BYTES, argument);
            spec.putShort(at + register, (short) argument.base())
                    .put(at + signed, (byte) (argument.signed() ? 1 : 0))
                    .put(at + shift, (byte) (WIDEST - argument.bytes() * Byte.SIZE));
        }
        return spec.putLong(cookie(), cookie)
                .putShort(cookie() + Long.BYTES, (short) arguments.size())
                .array();
    }
}
