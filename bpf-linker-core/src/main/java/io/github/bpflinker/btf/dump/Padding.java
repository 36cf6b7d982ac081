package io.github.bpflinker.btf.dump;

/**
 * Writes padding between members: unnamed bit-fields, which affect neither the alignment of a struct nor its
 * initializers, or an array for a large gap.
 */
final class Padding {

    private static final int BYTE = 8;
    private static final int MAX_BIT_FIELDS = 32;

    private final int pointerSize;
    private final String margin;
    private final StringBuilder out;

    Padding(int pointerSize, String margin, StringBuilder out) {
        this.pointerSize = pointerSize;
        this.margin = margin;
        this.out = out;
    }

    /** Writes padding for the bits from {@code from} to {@code to}. */
    void write(long from, long to) {
        long at = from;
        while (at < to) {
            long left = to - at;
            if (at % BYTE != 0) {
                at += bitField("char", Math.min(BYTE - at % BYTE, left));
            } else if (left < BYTE) {
                at += bitField("char", left);
            } else if (left / Long.SIZE > MAX_BIT_FIELDS) {
                out.append(margin).append("unsigned char __padding_").append(at / BYTE);
                out.append('[').append(left / BYTE).append("];\n");
                at += left / BYTE * BYTE;
            } else {
                at += unit(at, left);
            }
        }
    }

    private long unit(long at, long left) {
        if (pointerSize == Long.BYTES && at % Long.SIZE == 0 && left >= Long.SIZE) {
            return bitField("long", Long.SIZE);
        }
        if (at % Integer.SIZE == 0 && left >= Integer.SIZE) {
            return bitField("int", Integer.SIZE);
        }
        if (at % Short.SIZE == 0 && left >= Short.SIZE) {
            return bitField("short", Short.SIZE);
        }
        return bitField("char", BYTE);
    }

    private long bitField(String type, long bits) {
        out.append(margin).append(type).append(": ").append(bits).append(";\n");
        return bits;
    }
}
