package io.github.bpflinker.input;

import java.util.ArrayList;
import java.util.List;

/**
 * An abbreviation of LLVM's bitstream: the layout of its records.
 *
 * @param operands in stream order; the first one is the record code
 */
record Abbreviation(List<Operand> operands) {

    private static final int MAX_WIDTH = 32;
    private static final String CHAR6 = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";

    /** The operand encodings with their numbers in the stream; a literal has none. */
    enum Encoding {
        LITERAL,
        FIXED,
        VBR,
        ARRAY,
        CHAR6,
        BLOB
    }

    /** An operand: its encoding and the encoding's value, which is a width or a literal. */
    record Operand(Encoding encoding, long data) {

        long read(BitstreamReader stream) {
            return switch (encoding) {
                case LITERAL -> data;
                case FIXED -> stream.fixed((int) data);
                case VBR -> stream.vbr((int) data);
                case CHAR6 -> CHAR6.charAt((int) stream.fixed(6));
                case ARRAY, BLOB -> throw stream.invalid("nests an array or blob at offset " + stream.byteOffset());
            };
        }

        boolean isScalar() {
            return encoding != Encoding.ARRAY && encoding != Encoding.BLOB;
        }
    }

    /** Reads the definition of an abbreviation. */
    static Abbreviation define(BitstreamReader stream) {
        long count = stream.vbr(5);
        List<Operand> operands = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            operands.add(operand(stream));
        }
        if (operands.isEmpty() || !operands.get(0).isScalar()) {
            throw stream.invalid("defines an abbreviation without a record code at offset " + stream.byteOffset());
        }
        return new Abbreviation(List.copyOf(operands));
    }

    private static Operand operand(BitstreamReader stream) {
        if (stream.fixed(1) == 1) {
            return new Operand(Encoding.LITERAL, stream.vbr(8));
        }
        long encoding = stream.fixed(3);
        if (encoding == 1 || encoding == 2) {
            long width = stream.vbr(5);
            if (width == 0) {
                return new Operand(Encoding.LITERAL, 0);
            }
            if (width > MAX_WIDTH || (encoding == 2 && width == 1)) {
                throw stream.invalid("defines a field of " + width + " bits at offset " + stream.byteOffset());
            }
            return new Operand(encoding == 1 ? Encoding.FIXED : Encoding.VBR, width);
        }
        if (encoding == 3) {
            return new Operand(Encoding.ARRAY, 0);
        }
        if (encoding == 4) {
            return new Operand(Encoding.CHAR6, 0);
        }
        if (encoding == 5) {
            return new Operand(Encoding.BLOB, 0);
        }
        throw stream.invalid("uses encoding " + encoding + " at offset " + stream.byteOffset());
    }

    /** Reads a record: its code, then its values. */
    List<Long> record(BitstreamReader stream) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = operands.get(i);
            if (operand.encoding() == Encoding.ARRAY) {
                i++;
                array(stream, i < operands.size() ? operands.get(i) : operand, values);
            } else if (operand.encoding() == Encoding.BLOB) {
                blob(stream, values);
            } else {
                values.add(operand.read(stream));
            }
        }
        return values;
    }

    private static void array(BitstreamReader stream, Operand element, List<Long> values) {
        // Elements of zero bits would allow a list of any length in a few bytes.
        if (!element.isScalar() || element.encoding() == Encoding.LITERAL) {
            throw stream.invalid("has an array of no type at offset " + stream.byteOffset());
        }
        long count = stream.vbr(6);
        for (long i = 0; i < count; i++) {
            values.add(element.read(stream));
        }
    }

    private static void blob(BitstreamReader stream, List<Long> values) {
        long count = stream.vbr(6);
        stream.align();
        for (long i = 0; i < count; i++) {
            values.add(stream.fixed(8));
        }
        stream.align();
    }
}
