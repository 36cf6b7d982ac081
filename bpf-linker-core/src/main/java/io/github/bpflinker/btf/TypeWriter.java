package io.github.bpflinker.btf;

import java.nio.ByteBuffer;

/** Encodes the type section of {@code .BTF}. */
final class TypeWriter {

    private final Btf btf;
    private final BtfStringsBuilder strings;
    private final ByteBuffer out;

    TypeWriter(Btf btf, BtfStringsBuilder strings) {
        this.btf = btf;
        this.strings = strings;
        int size = 0;
        for (BtfType type : btf.types()) {
            size = Math.addExact(size, size(type));
        }
        this.out = ByteBuffer.allocate(size).order(btf.order());
    }

    byte[] write() {
        for (BtfType type : btf.types()) {
            write(type);
        }
        return out.array();
    }

    private static int size(BtfType type) {
        return switch (type.kind()) {
            case INT, VAR, DECL_TAG -> 12 + 4;
            case ARRAY -> 12 + 12;
            case STRUCT, UNION -> 12 + 12 * type.referenceCount();
            case DATASEC -> 12 + 12 * type.referenceCount();
            case FUNC_PROTO -> 12 + 8 * (type.referenceCount() - 1);
            case ENUM -> 12 + 8 * ((BtfType.Enum) type).enumerators().size();
            case ENUM64 -> 12 + 12 * ((BtfType.Enum64) type).enumerators().size();
            default -> 12;
        };
    }

    private void write(BtfType type) {
        switch (type.kind()) {
            case INT -> integer((BtfType.Int) type);
            case ARRAY -> array((BtfType.Array) type);
            case STRUCT, UNION -> composite((BtfType.Composite) type);
            case ENUM, ENUM64 -> enumeration((BtfType.Enumeration) type);
            case FWD -> header(type, ((BtfType.Fwd) type).union(), 0, 0);
            case FUNC_PROTO -> prototype((BtfType.FuncProto) type);
            case DATASEC -> datasec((BtfType.Datasec) type);
            case FLOAT -> header(type, false, 0, (int) ((BtfType.Float) type).size());
            default -> reference((BtfType.Reference) type);
        }
    }

    private void reference(BtfType.Reference type) {
        switch (type.kind()) {
            case FUNC -> header(type, false, ((BtfType.Func) type).linkage().code(), type.type());
            case VAR -> {
                header(type, false, 0, type.type());
                out.putInt(((BtfType.Var) type).linkage().code());
            }
            case DECL_TAG -> {
                BtfType.DeclTag tag = (BtfType.DeclTag) type;
                header(type, tag.attribute(), 0, tag.type());
                out.putInt(tag.component());
            }
            case TYPE_TAG -> header(type, ((BtfType.TypeTag) type).attribute(), 0, type.type());
            default -> header(type, false, 0, type.type());
        }
    }

    private void integer(BtfType.Int type) {
        header(type, false, 0, (int) type.size());
        out.putInt(type.encoding() << 24 | type.bitOffset() << 16 | type.bits());
    }

    private void array(BtfType.Array type) {
        header(type, false, 0, 0);
        out.putInt(type.element()).putInt(type.index()).putInt((int) type.count());
    }

    private void composite(BtfType.Composite type) {
        header(type, type.bitFields(), type.members().size(), (int) type.size());
        for (BtfType.Member member : type.members()) {
            out.putInt(strings.offset(member.name())).putInt(member.type());
            out.putInt((int) member.bitOffset() | member.bitSize() << 24);
        }
    }

    private void enumeration(BtfType.Enumeration type) {
        header(type, type.signed(), type.enumerators().size(), (int) type.size());
        for (BtfType.Enumerator enumerator : type.enumerators()) {
            out.putInt(strings.offset(enumerator.name()));
            out.putInt((int) enumerator.value());
            if (type.kind() == BtfKind.ENUM64) {
                out.putInt((int) (enumerator.value() >>> 32));
            }
        }
    }

    private void prototype(BtfType.FuncProto type) {
        header(type, false, type.params().size(), type.result());
        for (BtfType.Param param : type.params()) {
            out.putInt(strings.offset(param.name())).putInt(param.type());
        }
    }

    private void datasec(BtfType.Datasec type) {
        header(type, false, type.vars().size(), (int) type.size());
        for (BtfType.SectionVar variable : type.vars()) {
            out.putInt(variable.type()).putInt((int) variable.offset()).putInt((int) variable.size());
        }
    }

    private void header(BtfType type, boolean flag, int count, int word) {
        int info = (flag ? 1 << 31 : 0) | type.kind().code() << 24 | count;
        out.putInt(strings.offset(type.name())).putInt(info).putInt(word);
    }
}
