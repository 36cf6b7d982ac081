package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Member;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a C compiler lays out the structs and unions of a header. BTF has offsets, but neither alignment nor packing: a
 * struct is packed if it could not have these offsets and this size otherwise.
 */
final class CLayout {

    private static final int BYTE = 8;

    /** How a struct or union can be declared. */
    enum Form {
        /** With the alignment of its members. */
        NATURAL,
        /** With {@code __attribute__((packed))}. */
        PACKED,
        /** Not at all: its members overlap or lie outside. */
        OPAQUE
    }

    private final Btf btf;
    private final Map<Integer, Form> forms = new HashMap<>();
    private final Map<Integer, Long> alignments = new HashMap<>();

    CLayout(Btf btf) {
        this.btf = btf;
    }

    /** In bytes. Types contain each other no deeper than a {@link Btf} allows, so recursion is bounded. */
    long alignment(int id) {
        int at = element(id);
        BtfType type = btf.type(at);
        return switch (type.kind()) {
            case INT, FLOAT -> CNumbers.isBytes(type) ? 1 : ofNumber(sizeOf(at));
            case ENUM, ENUM64 -> ofNumber(sizeOf(at));
            case PTR -> btf.pointerSize();
            case STRUCT, UNION -> {
                Long known = alignments.get(at);
                yield known != null ? known : ofComposite(at, (BtfType.Composite) type);
            }
            default -> 1;
        };
    }

    private long ofNumber(long size) {
        boolean twoRegisters = size == 16 && btf.pointerSize() == 8;
        return twoRegisters ? size : Math.max(1, Math.min(size, btf.pointerSize()));
    }

    private long ofComposite(int id, BtfType.Composite type) {
        Form form = form(id);
        long alignment = form == Form.NATURAL ? ofMembers(type) : 1;
        alignments.put(id, alignment);
        return alignment;
    }

    /** What a struct or union of such members is aligned to if it is not packed, in bytes. */
    long ofMembers(BtfType.Composite type) {
        long alignment = 1;
        for (Member member : type.members()) {
            alignment = Math.max(alignment, alignment(member.type()));
        }
        return alignment;
    }

    Form form(int id) {
        Form known = forms.get(id);
        if (known == null) {
            BtfType.Composite type = (BtfType.Composite) btf.type(id);
            known = hasOpaqueMembers(type) ? Form.OPAQUE : isPacked(type) ? Form.PACKED : Form.NATURAL;
            forms.put(id, known);
        }
        return known;
    }

    private boolean hasOpaqueMembers(BtfType.Composite type) {
        long end = 0;
        for (Member member : members(type)) {
            long size = bitSize(member);
            boolean fits = member.bitOffset() >= end && member.bitOffset() + size <= CNumbers.bits(type.size());
            boolean aligned = member.bitSize() != 0 || member.bitOffset() % BYTE == 0;
            boolean narrow = member.bitSize() <= CNumbers.bits(sizeOf(member.type()));
            if (!fits || !aligned || !narrow) {
                return true;
            }
            if (type instanceof BtfType.Struct) {
                end = member.bitOffset() + size;
            } else if (member.bitOffset() != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The members that can be declared, in the order of their offsets. In Rust that is not the order of the source, and
     * LLVM has no type for its {@code char}.
     */
    List<Member> members(BtfType.Composite type) {
        List<Member> members = type.members();
        if (members.stream().allMatch(this::hasSize) && isSorted(members)) {
            return members;
        }
        return members.stream()
                .filter(this::hasSize)
                .sorted(Comparator.comparingLong(Member::bitOffset).thenComparingLong(this::bitSize))
                .toList();
    }

    private boolean hasSize(Member member) {
        return btf.sizeOf(member.type()).isPresent();
    }

    private static boolean isSorted(List<Member> members) {
        for (int i = 1; i < members.size(); i++) {
            if (members.get(i).bitOffset() < members.get(i - 1).bitOffset()) {
                return false;
            }
        }
        return true;
    }

    private boolean isPacked(BtfType.Composite type) {
        if (type.size() % ofMembers(type) != 0) {
            return true;
        }
        for (Member member : type.members()) {
            boolean natural = member.bitSize() == 0
                    ? member.bitOffset() % CNumbers.bits(alignment(member.type())) == 0
                    : fitsUnit(member.bitOffset(), member.bitSize(), unit(member));
            if (!natural) {
                return true;
            }
        }
        return false;
    }

    /** Where a compiler puts the member, in bits, if the one before it ends at {@code end}. */
    long place(Member member, long end, Form form) {
        if (member.bitSize() == 0) {
            return up(end, form == Form.PACKED ? BYTE : CNumbers.bits(alignment(member.type())));
        }
        boolean here = form == Form.PACKED || fitsUnit(end, member.bitSize(), unit(member));
        return here ? end : up(end, unit(member));
    }

    /** How many bits the member takes. */
    long bitSize(Member member) {
        return member.bitSize() != 0 ? member.bitSize() : CNumbers.bits(sizeOf(member.type()));
    }

    private long unit(Member member) {
        return Math.max(BYTE, CNumbers.bits(sizeOf(member.type())));
    }

    /** Without packing, a bit-field does not cross the bounds of a variable of its type. */
    private static boolean fitsUnit(long offset, long bits, long unit) {
        return offset % unit + bits <= unit;
    }

    static long up(long value, long multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    /** The type of the innermost elements. */
    private int element(int id) {
        int at = btf.strip(id);
        while (btf.type(at) instanceof BtfType.Array array) {
            at = btf.strip(array.element());
        }
        return at;
    }

    private long sizeOf(int id) {
        return btf.sizeOf(id).orElse(0);
    }
}
