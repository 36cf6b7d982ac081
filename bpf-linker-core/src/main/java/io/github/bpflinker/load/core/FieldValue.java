package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.nio.ByteOrder;

/**
 * The result of a field relocation for one set of types ({@code bpf_core_calc_field_relo}).
 *
 * @param value the value for the instruction
 * @param size the access size in bytes; 0 if it does not change
 * @param type the id of the field's type, if {@code size} is relevant
 * @param validate whether the value for the program's types must match the instruction
 */
record FieldValue(long value, int size, int type, boolean validate) {

    private static final int LONGEST_LOAD = 8;

    static FieldValue of(AccessSpec spec, CoreRelocation.Kind kind, ByteOrder order) {
        AccessSpec.Step last = spec.last();
        return last.isNamed() ? ofMember(spec, last, kind, order) : ofElement(spec, last, kind);
    }

    private static FieldValue ofElement(AccessSpec spec, AccessSpec.Step last, CoreRelocation.Kind kind) {
        long size = AccessSpec.sizeOf(spec.types(), last.type());
        return switch (kind) {
            case FIELD_BYTE_OFFSET -> new FieldValue(spec.bitOffset() / Byte.SIZE, (int) size, last.type(), true);
            case FIELD_BYTE_SIZE -> new FieldValue(size, 0, 0, true);
            default -> throw new CoreException("elements of arrays have only an offset and a size");
        };
    }

    private static FieldValue ofMember(
            AccessSpec spec, AccessSpec.Step last, CoreRelocation.Kind kind, ByteOrder order) {
        TargetTypes types = spec.types();
        BtfType.Composite holder = (BtfType.Composite) types.type(last.type());
        BtfType.Member member = holder.members().get(last.index());
        int type = types.strip(member.type());
        boolean bitField = member.bitSize() > 0;
        long bytes = AccessSpec.sizeOf(types, type);
        long offset = spec.bitOffset() / Byte.SIZE;
        long bits = bytes * Byte.SIZE;
        if (bitField) {
            bits = member.bitSize();
            bytes = loadFor(spec.bitOffset(), bits, bytes);
            offset = offset / bytes * bytes;
        }
        return switch (kind) {
            case FIELD_BYTE_OFFSET ->
                new FieldValue(offset, bitField ? 0 : (int) bytes, bitField ? 0 : type, !bitField);
            case FIELD_BYTE_SIZE -> new FieldValue(bytes, 0, 0, !bitField);
            case FIELD_SIGNED -> new FieldValue(isSigned(types.type(type)) ? 1 : 0, 0, 0, true);
            case FIELD_LSHIFT_U64 ->
                new FieldValue(leftShift(spec.bitOffset() - offset * Byte.SIZE, bits, bytes, order), 0, 0, !bitField);
            case FIELD_RSHIFT_U64 -> new FieldValue(Long.SIZE - bits & AccessSpec.U32, 0, 0, true);
            default -> throw new CoreException("relocations of kind " + kind.shortName() + " are not about fields");
        };
    }

    /** The number of bytes to load a bit-field: the size of its type, or more if it crosses a boundary. */
    private static long loadFor(long bitOffset, long bits, long typeBytes) {
        if (typeBytes == 0) {
            throw new CoreException("the type of the bit-field has no size");
        }
        long bytes = typeBytes;
        while (bitOffset + bits - bitOffset / Byte.SIZE / bytes * bytes * Byte.SIZE > bytes * Byte.SIZE) {
            if (bytes >= LONGEST_LOAD) {
                throw new CoreException("the bit-field does not fit a load of 8 bytes");
            }
            bytes *= 2;
        }
        return bytes;
    }

    private static long leftShift(long bitOffset, long bits, long bytes, ByteOrder order) {
        long shift = order == ByteOrder.LITTLE_ENDIAN
                ? Long.SIZE - (bitOffset + bits)
                : (LONGEST_LOAD - bytes) * Byte.SIZE + bitOffset;
        return shift & AccessSpec.U32;
    }

    private static boolean isSigned(BtfType type) {
        return type instanceof BtfType.Enumeration values
                ? values.signed()
                : type instanceof BtfType.Int number && (number.encoding() & BtfType.Int.SIGNED) != 0;
    }
}
