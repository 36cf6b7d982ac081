package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Composite;
import io.github.bpflinker.btf.NameEscapes;

/** Types as C declares them, for documentation. */
final class TypeText {

    private final Btf btf;

    TypeText(Btf btf) {
        this.btf = btf;
    }

    /** A type. */
    String of(int id) {
        return of(id, "");
    }

    /** The declaration of something of a type. */
    String of(int id, String name) {
        return declare(id, name).strip();
    }

    /** The declaration of a struct, union or enumeration. */
    String ofTag(int id) {
        BtfType type = btf.type(id);
        String tag =
                switch (type.kind()) {
                    case STRUCT -> "struct";
                    case UNION -> "union";
                    case ENUM, ENUM64 -> "enum";
                    case FWD -> ((BtfType.Fwd) type).union() ? "union" : "struct";
                    default -> "";
                };
        String name = NameEscapes.unescapeType(type.name());
        return type.name().isEmpty() ? tag + " {…}" : tag.isEmpty() ? name : tag + " " + name;
    }

    private String declare(int id, String inner) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Void) {
            return "void " + inner;
        }
        if (type instanceof BtfType.Ptr pointer) {
            BtfType target = btf.type(pointer.type());
            boolean binds = target instanceof BtfType.Array || target instanceof BtfType.FuncProto;
            return declare(pointer.type(), binds ? "(*" + inner + ")" : "*" + inner);
        }
        if (type instanceof BtfType.Array array) {
            return declare(array.element(), inner + "[" + (array.count() == 0 ? "" : array.count()) + "]");
        }
        if (type instanceof BtfType.FuncProto prototype) {
            return declare(prototype.result(), inner + "(…)");
        }
        if (type instanceof BtfType.Const || type instanceof BtfType.Volatile) {
            BtfType.Reference qualified = (BtfType.Reference) type;
            return (type instanceof BtfType.Const ? "const " : "volatile ") + declare(qualified.type(), inner);
        }
        if (type instanceof BtfType.Restrict || type instanceof BtfType.TypeTag) {
            return declare(((BtfType.Reference) type).type(), inner);
        }
        boolean tagged =
                type instanceof Composite || type instanceof BtfType.Enumeration || type instanceof BtfType.Fwd;
        return (tagged ? ofTag(id) : NameEscapes.unescapeType(type.name())) + " " + inner;
    }
}
