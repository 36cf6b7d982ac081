package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import java.util.Locale;

/** The names that bpftool uses in its text and JSON output. */
final class BpftoolTerms {

    private BpftoolTerms() {}

    static String name(String name) {
        return name.isEmpty() ? "(anon)" : name;
    }

    static String linkage(BtfLinkage linkage) {
        return linkage.name().toLowerCase(Locale.ROOT);
    }

    static String fwdKind(BtfType.Fwd type) {
        return type.union() ? "union" : "struct";
    }

    static String encoding(BtfType.Int type) {
        return switch (type.encoding()) {
            case 0 -> "(none)";
            case BtfType.Int.SIGNED -> "SIGNED";
            case BtfType.Int.CHAR -> "CHAR";
            case BtfType.Int.BOOL -> "BOOL";
            default -> "UNKN";
        };
    }

    static String encoding(BtfType.Enumeration type) {
        return type.signed() ? "SIGNED" : "UNSIGNED";
    }

    static String value(BtfType.Enumeration type, BtfType.Enumerator enumerator) {
        return type.signed() ? Long.toString(enumerator.value()) : Long.toUnsignedString(enumerator.value());
    }

    /** The suffix of a C integer literal of the width and signedness of the enumeration's values. */
    static String suffix(BtfType.Enumeration type) {
        if (type.kind() == BtfKind.ENUM) {
            return "";
        }
        return type.signed() ? "LL" : "ULL";
    }
}
