package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.LinkException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes the type section of {@code .BTF}. */
final class TypeReader {

    private static final int INFO_RESERVED = 0x60ff_0000;
    private static final int INT_RESERVED = 0xf000_ff00;
    private static final int FIRST_OFFSETS = 1024;
    private static final BtfLinkage[] LINKAGES = BtfLinkage.values();

    private final SectionBytes section;
    private final int start;
    private final int end;
    private final int firstId;
    private final Names strings;
    private int[] offsets = {};
    private final List<BtfType> types = new ArrayList<>();

    /** The state of the current type: its start, the position after its common part, and its fields. */
    private int at;

    private int next;
    private String name = "";
    private BtfKind kind = BtfKind.UNKN;
    private boolean flag;
    private int count;

    TypeReader(SectionBytes section, int start, int end, int firstId, Names strings) {
        this.section = section;
        this.start = start;
        this.end = end;
        this.firstId = firstId;
        this.strings = strings;
    }

    /** Resolves offsets of the string section. */
    interface Names {

        /** The string at {@code offset}; null if the offset is invalid or overlapping strings exceeded the limit. */
        @Nullable
        String at(int offset);

        /** Whether overlapping strings exceeded the limit, so that no more are decoded. */
        boolean overlap();
    }

    /** Reads the type at {@code offset}. Its references are not checked. */
    BtfType readOne(int offset) {
        at = offset;
        next = offset;
        return readType();
    }

    List<BtfType> readAll() {
        next = start;
        while (next < end) {
            at = next;
            if (types.size() == offsets.length) {
                offsets = Arrays.copyOf(offsets, Math.max(FIRST_OFFSETS, offsets.length * 2));
            }
            offsets[types.size()] = at;
            types.add(readType());
        }
        checkReferences();
        return List.copyOf(types);
    }

    LinkException invalid(int id, String reason) {
        return section.at(
                offsets[id - firstId],
                BtfErrors.describe(id, types.get(id - firstId).kind()) + " " + reason);
    }

    private void checkReferences() {
        int typeCount = firstId + types.size();
        for (int i = 0; i < types.size(); i++) {
            BtfType type = types.get(i);
            int references = type.referenceCount();
            for (int r = 0; r < references; r++) {
                int reference = type.reference(r);
                if (reference < 0 || reference >= typeCount) {
                    throw invalid(
                            firstId + i, "refers to type " + Integer.toUnsignedString(reference) + " of " + typeCount);
                }
            }
        }
    }

    private BtfType readType() {
        int header = take(12);
        int info = section.i32(header + 4);
        Optional<BtfKind> known = BtfKind.ofCode(info >>> 24 & 0x1f);
        if (known.isEmpty()) {
            throw section.at(at + 4L, "type " + id() + " is of unknown kind " + (info >>> 24 & 0x1f));
        }
        kind = known.get();
        flag = info < 0;
        count = info & 0xffff;
        if ((info & INFO_RESERVED) != 0) {
            throw invalid("has unknown bits in its info, 0x" + Integer.toHexString(info));
        }
        name = string(header);
        return read(header + 8);
    }

    /** @param word the offset of the word that holds the size or the type id, depending on the kind */
    private BtfType read(int word) {
        return switch (kind) {
            case INT -> integer(word);
            case ARRAY -> array();
            case STRUCT -> new BtfType.Struct(name, section.u32(word), members(), flag);
            case UNION -> new BtfType.Union(name, section.u32(word), members(), flag);
            case ENUM -> new BtfType.Enum(name, section.u32(word), flag, enumerators());
            case ENUM64 -> new BtfType.Enum64(name, section.u32(word), flag, enumerators64());
            case FUNC_PROTO -> prototype(section.i32(word));
            case DATASEC -> datasec(section.u32(word));
            case FWD -> {
                checkNoCount();
                yield new BtfType.Fwd(name, flag);
            }
            case FLOAT -> {
                checkPlain();
                yield new BtfType.Float(name, section.u32(word));
            }
            default -> reference(section.i32(word));
        };
    }

    private BtfType reference(int type) {
        return switch (kind) {
            case FUNC -> {
                checkNoFlag();
                yield new BtfType.Func(name, type, linkage(count));
            }
            case DECL_TAG -> {
                checkNoCount();
                yield new BtfType.DeclTag(name, type, section.i32(take(4)), flag);
            }
            case TYPE_TAG -> {
                checkNoCount();
                yield new BtfType.TypeTag(name, type, flag);
            }
            default -> {
                checkPlain();
                yield plainReference(type);
            }
        };
    }

    private BtfType plainReference(int type) {
        return switch (kind) {
            case PTR -> new BtfType.Ptr(name, type);
            case TYPEDEF -> new BtfType.Typedef(name, type);
            case VOLATILE -> new BtfType.Volatile(name, type);
            case CONST -> new BtfType.Const(name, type);
            case RESTRICT -> new BtfType.Restrict(name, type);
            case VAR -> new BtfType.Var(name, type, linkage(section.i32(take(4))));
            default -> throw invalid("can't be read");
        };
    }

    private BtfType integer(int word) {
        checkPlain();
        int data = section.i32(take(4));
        if ((data & INT_RESERVED) != 0) {
            throw invalid("has unknown bits in its encoding, 0x" + Integer.toHexString(data));
        }
        return new BtfType.Int(name, section.u32(word), data >>> 24, data >>> 16 & 0xff, data & 0xff);
    }

    private BtfType array() {
        checkPlain();
        int data = take(12);
        return new BtfType.Array(name, section.i32(data), section.i32(data + 4), section.u32(data + 8));
    }

    private List<BtfType.Member> members() {
        int data = takeAll(12);
        BtfType.Member[] members = new BtfType.Member[count];
        for (int i = 0; i < count; i++) {
            int member = data + 12 * i;
            int offset = section.i32(member + 8);
            members[i] = new BtfType.Member(
                    string(member),
                    section.i32(member + 4),
                    flag ? offset & BtfType.Member.MAX_BIT_FIELD_OFFSET : Integer.toUnsignedLong(offset),
                    flag ? offset >>> 24 : 0);
        }
        return List.of(members);
    }

    private List<BtfType.Enumerator> enumerators() {
        int data = takeAll(8);
        List<BtfType.Enumerator> enumerators = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int enumerator = data + 8 * i;
            int value = section.i32(enumerator + 4);
            enumerators.add(new BtfType.Enumerator(string(enumerator), flag ? value : Integer.toUnsignedLong(value)));
        }
        return enumerators;
    }

    private List<BtfType.Enumerator> enumerators64() {
        int data = takeAll(12);
        List<BtfType.Enumerator> enumerators = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int enumerator = data + 12 * i;
            long value = section.u32(enumerator + 4) | (long) section.i32(enumerator + 8) << 32;
            enumerators.add(new BtfType.Enumerator(string(enumerator), value));
        }
        return enumerators;
    }

    private BtfType prototype(int result) {
        checkNoFlag();
        int data = takeAll(8);
        List<BtfType.Param> params = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int param = data + 8 * i;
            params.add(new BtfType.Param(string(param), section.i32(param + 4)));
        }
        return new BtfType.FuncProto(name, result, params);
    }

    private BtfType datasec(long size) {
        checkNoFlag();
        int data = takeAll(12);
        List<BtfType.SectionVar> vars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int variable = data + 12 * i;
            vars.add(new BtfType.SectionVar(
                    section.i32(variable), section.u32(variable + 4), section.u32(variable + 8)));
        }
        return new BtfType.Datasec(name, size, vars);
    }

    private BtfLinkage linkage(int code) {
        if (code < 0 || code >= LINKAGES.length) {
            throw invalid("has unknown linkage " + Integer.toUnsignedString(code));
        }
        return LINKAGES[code];
    }

    private String string(int field) {
        int offset = section.i32(field);
        String string = strings.at(offset);
        if (string == null) {
            String where = "name at " + Integer.toUnsignedString(offset);
            throw section.at(
                    field,
                    "type " + id() + ": " + where
                            + (strings.overlap() ? ": strings overlap too often" : " lies outside the strings"));
        }
        return string;
    }

    private void checkPlain() {
        checkNoFlag();
        checkNoCount();
    }

    private void checkNoFlag() {
        if (flag) {
            throw invalid("must not have the kind flag");
        }
    }

    private void checkNoCount() {
        if (count != 0) {
            throw invalid("must not have elements, has " + count);
        }
    }

    private int takeAll(int size) {
        return take(count * size);
    }

    private int take(int size) {
        if (size > end - next) {
            throw section.at(next, "type " + id() + " ends beyond the type section");
        }
        int taken = next;
        next += size;
        return taken;
    }

    private int id() {
        return firstId + types.size();
    }

    private LinkException invalid(String reason) {
        return section.at(at, BtfErrors.describe(id(), kind) + " " + reason);
    }
}
