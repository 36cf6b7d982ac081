package io.github.bpflinker.input;

import java.io.ByteArrayOutputStream;

/** Writes the outside of bitcode by hand: magic, blocks, records of the identification block. */
final class BitcodeBuilder {

    static final int LITERAL = 0;
    static final int FIXED = 1;
    static final int VBR = 2;
    static final int ARRAY = 3;
    static final int CHAR6 = 4;
    static final int BLOB = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int current;
    private int used;

    static BitcodeBuilder withMagic() {
        return new BitcodeBuilder().fixed(0x4342, 16).fixed(0xdec0, 16);
    }

    /** A block whose content is {@code content}, ended and aligned. */
    BitcodeBuilder block(int id, int abbreviationWidth, BitcodeBuilder content) {
        byte[] body = content.fixed(0, abbreviationWidth).align().bytes();
        fixed(1, 2).vbr(id, 8).vbr(abbreviationWidth, 4).align().fixed(body.length / 4, 32);
        return raw(body);
    }

    /** A block of that id and that many words, all zero. */
    BitcodeBuilder emptyBlock(int id, int words) {
        return fixed(1, 2).vbr(id, 8).vbr(3, 4).align().fixed(words, 32).raw(new byte[words * 4]);
    }

    BitcodeBuilder unabbreviated(int abbreviationWidth, int code, String text) {
        fixed(3, abbreviationWidth).vbr(code, 6).vbr(text.length(), 6);
        text.chars().forEach(c -> vbr(c, 6));
        return this;
    }

    /** The definition of an abbreviation: pairs of an encoding and its width or literal. */
    BitcodeBuilder define(int abbreviationWidth, int... operands) {
        fixed(2, abbreviationWidth).vbr(operands.length / 2, 5);
        for (int i = 0; i < operands.length; i += 2) {
            if (operands[i] == LITERAL) {
                fixed(1, 1).vbr(operands[i + 1], 8);
            } else {
                fixed(0, 1).fixed(operands[i], 3);
                if (operands[i] == FIXED || operands[i] == VBR) {
                    vbr(operands[i + 1], 5);
                }
            }
        }
        return this;
    }

    BitcodeBuilder fixed(long value, int width) {
        for (int i = 0; i < width; i++) {
            current |= (int) (value >>> i & 1) << used;
            used++;
            if (used == 8) {
                out.write(current);
                current = 0;
                used = 0;
            }
        }
        return this;
    }

    BitcodeBuilder vbr(long value, int width) {
        long rest = value;
        long more = 1L << (width - 1);
        while (rest >= more) {
            fixed((rest & (more - 1)) | more, width);
            rest >>>= width - 1;
        }
        return fixed(rest, width);
    }

    BitcodeBuilder align() {
        while (used != 0 || out.size() % 4 != 0) {
            fixed(0, 1);
        }
        return this;
    }

    BitcodeBuilder raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
