package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Member;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes the layout that a C compiler gives structs and unions. BTF records offsets, but neither alignment nor
 * packing: a struct is packed if its offsets and size are not possible otherwise.
 */
final class CLayout {

    private static final int BYTE = 8;

    /** How a struct or union can be declared. */
    enum Form {
        /** Declared without attributes, aligned as its members are. */
        NATURAL,
        /** Declared with {@code __attribute__((packed))}. */
        PACKED,
        /** Can't be declared: members overlap or lie outside of the struct. */
        OPAQUE
    }

    private final Btf btf;
    private final Map<Integer, Form> forms = new HashMap<>();
    private final Map<Integer, Long> alignments = new HashMap<>();

    CLayout(Btf btf) {
        this.btf = btf;
    }

    /** The alignment of a type in bytes. The recursion is bounded because {@link Btf} limits the nesting of types. */
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

    /** The alignment of a struct or union that is not packed, in bytes. */
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
     * The members that can be declared, in the order of their offsets. Rust members can be in another order in BTF, and
     * {@code char} members have no type, because LLVM does not write one.
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

    /** The offset in bits at which a compiler places the member if the previous one ends at {@code end}. */
    long place(Member member, long end, Form form) {
        if (member.bitSize() == 0) {
            return up(end, form == Form.PACKED ? BYTE : CNumbers.bits(alignment(member.type())));
        }
        boolean here = form == Form.PACKED || fitsUnit(end, member.bitSize(), unit(member));
        return here ? end : up(end, unit(member));
    }

    /** The size of the member in bits. */
    long bitSize(Member member) {
        return member.bitSize() != 0 ? member.bitSize() : CNumbers.bits(sizeOf(member.type()));
    }

    private long unit(Member member) {
        return Math.max(BYTE, CNumbers.bits(sizeOf(member.type())));
    }

    /** Whether a bit-field stays within one storage unit of its type, as it must in a struct that is not packed. */
    private static boolean fitsUnit(long offset, long bits, long unit) {
        return offset % unit + bits <= unit;
    }

    static long up(long value, long multiple) {
        return (value + multiple - 1) / multiple * multiple;
    }

    /** The element type of an array of any number of dimensions. */
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
