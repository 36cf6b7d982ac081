package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes structs and unions with their layout. Padding is explicit and bit-fields are the bytes that hold them. A struct
 * whose members are not where Rust would align them is packed; alignment above that of members is not stated, because a
 * packed struct can't contain such types, but follows from the padding.
 */
final class Layouts {

    private final Btf btf;
    private final RustTypes types;
    private final Map<Integer, Integer> alignments = new HashMap<>();

    Layouts(Btf btf, RustTypes types) {
        this.btf = btf;
        this.types = types;
    }

    /** A field in Rust: a member, padding, or the bytes of bit-fields. */
    private record Part(String name, String type, long offset, long size, int alignment) {}

    void write(String name, BtfType.Composite type, Appendable out) throws IOException {
        boolean union = type instanceof BtfType.Union;
        List<Part> parts = parts(name, type);
        boolean packed = isPacked(type, parts);
        out.append(packed ? "#[repr(C,packed)]pub " : "#[repr(C)]pub ")
                .append(union ? "union " : "struct ")
                .append(name)
                .append("{");
        for (Part part : parts) {
            out.append("pub ")
                    .append(part.name())
                    .append(":")
                    .append(part.type())
                    .append(",");
        }
        // A union has Copy members only; with this, all types are.
        out.append("}\nimpl Copy for ")
                .append(name)
                .append("{}impl Clone for ")
                .append(name)
                .append("{fn clone(&self)->Self{*self}}\nconst _:()={assert!(::core::mem::size_of::<")
                .append(name)
                .append(">()==")
                .append(Long.toString(type.size()))
                .append(");");
        for (Part part : parts) {
            out.append("assert!(::core::mem::offset_of!(")
                    .append(name)
                    .append(",")
                    .append(part.name())
                    .append(")==")
                    .append(Long.toString(part.offset()))
                    .append(");");
        }
        out.append("};\n");
    }

    private List<Part> parts(String holder, BtfType.Composite type) {
        boolean union = type instanceof BtfType.Union;
        RustNames names = new RustNames(Set.of());
        List<Part> parts = new ArrayList<>();
        long end = 0;
        List<BtfType.Member> members = type.members();
        for (int i = 0; i < members.size(); i++) {
            BtfType.Member member = members.get(i);
            long start = member.bitOffset() / Byte.SIZE;
            if (isBits(member)) {
                long bits = member.bitOffset() + width(member);
                while (!union && i + 1 < members.size() && isBits(members.get(i + 1))) {
                    i++;
                    bits = Math.max(bits, members.get(i).bitOffset() + width(members.get(i)));
                }
                start = union ? 0 : Math.max(start, end);
                long stop = (bits + Byte.SIZE - 1) / Byte.SIZE;
                if (stop > start) {
                    if (!union) {
                        pad(parts, names, end, start);
                    }
                    parts.add(bytes(names.unique("_bits_" + start), start, stop - start));
                    end = union ? 0 : stop;
                }
            } else {
                if (!union) {
                    pad(parts, names, end, start);
                }
                long size = btf.sizeOf(member.type()).orElse(0);
                String name = member.name().isEmpty() ? "_at_" + start : member.name();
                parts.add(new Part(
                        names.unique(name),
                        types.expression(member.type(), holder + "__" + name),
                        start,
                        size,
                        alignment(member.type())));
                end = union ? 0 : start + size;
            }
        }
        if (union) {
            parts.add(bytes(names.unique("_size"), 0, type.size()));
        } else {
            pad(parts, names, end, type.size());
        }
        return parts;
    }

    private static void pad(List<Part> parts, RustNames names, long end, long start) {
        if (start > end) {
            parts.add(bytes(names.unique("_pad_" + end), end, start - end));
        }
    }

    private static Part bytes(String name, long offset, long size) {
        return new Part(name, "[u8;" + size + "]", offset, size, 1);
    }

    private boolean isBits(BtfType.Member member) {
        return member.bitSize() > 0 || member.bitOffset() % Byte.SIZE != 0 || width(member) != fullWidth(member);
    }

    private long width(BtfType.Member member) {
        if (member.bitSize() > 0) {
            return member.bitSize();
        }
        return btf.type(btf.strip(member.type())) instanceof BtfType.Int number && number.isPart()
                ? number.bits()
                : fullWidth(member);
    }

    private long fullWidth(BtfType.Member member) {
        return btf.sizeOf(member.type()).orElse(0) * Byte.SIZE;
    }

    private static boolean isPacked(BtfType.Composite type, List<Part> parts) {
        int alignment = 1;
        for (Part part : parts) {
            if (part.offset() % part.alignment() != 0) {
                return true;
            }
            alignment = Math.max(alignment, part.alignment());
        }
        return type.size() % alignment != 0;
    }

    /** The alignment of a type in Rust, in bytes. */
    private int alignment(int start) {
        int id = btf.strip(start);
        Integer known = alignments.get(id);
        if (known == null) {
            known = computed(id);
            alignments.put(id, known);
        }
        return known;
    }

    private int computed(int id) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Array array) {
            return alignment(array.element());
        }
        if (type instanceof BtfType.Composite composite) {
            return ofComposite(composite);
        }
        if (type instanceof BtfType.Float && btf.sizeOf(id).orElse(0) > Long.BYTES) {
            return 1;
        }
        return (int) Math.max(1, btf.sizeOf(id).orElse(1));
    }

    private int ofComposite(BtfType.Composite type) {
        int alignment = 1;
        for (BtfType.Member member : type.members()) {
            if (!isBits(member)) {
                int own = alignment(member.type());
                if (member.bitOffset() / Byte.SIZE % own != 0) {
                    return 1;
                }
                alignment = Math.max(alignment, own);
            }
        }
        return type.size() % alignment == 0 ? alignment : 1;
    }
}
