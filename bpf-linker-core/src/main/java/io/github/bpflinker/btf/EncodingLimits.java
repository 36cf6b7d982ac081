package io.github.bpflinker.btf;

import java.util.List;
import java.util.Objects;

/**
 * Checks values against the limits of the encoding; throws {@link IllegalArgumentException} for a value out of range.
 */
final class EncodingLimits {

    private static final long MAX_U32 = 0xffff_ffffL;
    /** The largest {@code vlen}. */
    static final int MAX_COUNT = 0xffff;

    private EncodingLimits() {}

    static void u32(long value, String what) {
        if (value < 0 || value > MAX_U32) {
            throw new IllegalArgumentException(what + " " + value);
        }
    }

    static void between(int value, int least, int most, String what) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value);
        }
    }

    static void count(int count) {
        between(count, 0, MAX_COUNT, "count");
    }

    static void enumerator(BtfType.Enumerator enumerator, boolean signed) {
        long value = enumerator.value();
        if (signed ? value != (int) value : value < 0 || value > MAX_U32) {
            throw new IllegalArgumentException("value " + value + " of " + enumerator.name());
        }
    }

    static List<BtfType.Member> members(String name, long size, List<BtfType.Member> members, boolean bitFields) {
        Objects.requireNonNull(name, "name");
        u32(size, "size");
        count(members.size());
        for (BtfType.Member member : members) {
            boolean fits =
                    bitFields ? member.bitOffset() <= BtfType.Member.MAX_BIT_FIELD_OFFSET : member.bitSize() == 0;
            if (!fits) {
                throw new IllegalArgumentException("member " + member);
            }
        }
        return List.copyOf(members);
    }
}
