package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Member;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes the bodies of structs, unions and enumerations. */
final class CompositeBodies {

    /** The maximum nesting of bodies; clang's limit is 256. */
    private static final int MAX_NESTING = 200;

    private final Btf btf;
    private final CIdentifiers names;
    private final CLayout layout;
    private final OutputBudget budget;
    private final CDeclarations declarations;
    private final Set<Integer> writtenEnums = new HashSet<>();
    /** The member names of each struct that is being written, including those of its anonymous members. */
    private final Deque<CIdentifiers.Space> scopes = new ArrayDeque<>();

    private int nesting;

    CompositeBodies(Btf btf, CIdentifiers names) {
        this.btf = btf;
        this.names = names;
        this.layout = new CLayout(btf);
        this.budget = new OutputBudget(btf);
        this.declarations = new CDeclarations(btf, names, budget, this::anonymous);
    }

    CDeclarations declarations() {
        return declarations;
    }

    /** The definition of a named or anonymous type, without the semicolon. */
    String body(int id, int indent) {
        budget.spend(id);
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Enumeration enumeration) {
            return enumeration(id, enumeration, indent);
        }
        scopes.push(CIdentifiers.members());
        try {
            return composite(id, (BtfType.Composite) type, indent);
        } finally {
            scopes.pop();
        }
    }

    private String anonymous(int id, int indent) {
        // Enumerators can't be defined twice: where an anonymous enumeration is used again, an integer type replaces
        // it.
        if (btf.type(id) instanceof BtfType.Enumeration enumeration && !writtenEnums.add(id)) {
            String number = CNumbers.ofSize(enumeration.size(), enumeration.signed());
            return number.isEmpty() ? "int" : number;
        }
        return body(id, indent);
    }

    private String composite(int id, BtfType.Composite type, int indent) {
        if (++nesting > MAX_NESTING) {
            throw btf.invalid(id, "anonymous types nest too deep");
        }
        CLayout.Form form = layout.form(id);
        StringBuilder out = new StringBuilder(head(id, type)).append(" {\n");
        String margin = "\t".repeat(indent + 1);
        if (form == CLayout.Form.OPAQUE) {
            out.append(margin)
                    .append("unsigned char __opaque[")
                    .append(type.size())
                    .append("];\n");
        } else if (type instanceof BtfType.Union) {
            union(type, form, margin, indent, out);
        } else {
            struct(type, form, margin, indent, out);
        }
        nesting--;
        boolean empty = out.charAt(out.length() - 2) == '{';
        if (empty) {
            out.setLength(out.length() - 1);
        } else {
            out.append("\t".repeat(indent));
        }
        out.append('}');
        return form == CLayout.Form.PACKED ? out + " __attribute__((packed))" : out.toString();
    }

    private String head(int id, BtfType type) {
        String keyword = CIdentifiers.keyword(type);
        return type.name().isEmpty() ? keyword : keyword + " " + names.of(id);
    }

    private void struct(BtfType.Composite type, CLayout.Form form, String margin, int indent, StringBuilder out) {
        Padding padding = new Padding(btf.pointerSize(), margin, out);
        long end = 0;
        for (Member member : layout.members(type)) {
            if (layout.place(member, end, form) != member.bitOffset()) {
                padding.write(end, member.bitOffset());
            }
            member(member, margin, indent, out);
            end = member.bitOffset() + layout.bitSize(member);
        }
        long size = CNumbers.bits(type.size());
        if (end != size && CLayout.up(end, CNumbers.bits(alignment(type, form))) != size) {
            padding.write(end, size);
        }
    }

    private void union(BtfType.Composite type, CLayout.Form form, String margin, int indent, StringBuilder out) {
        long end = 0;
        for (Member member : layout.members(type)) {
            member(member, margin, indent, out);
            end = Math.max(end, layout.bitSize(member));
        }
        if (CLayout.up(end, CNumbers.bits(alignment(type, form))) != CNumbers.bits(type.size())) {
            out.append(margin)
                    .append("unsigned char __size[")
                    .append(type.size())
                    .append("];\n");
        }
    }

    private long alignment(BtfType.Composite type, CLayout.Form form) {
        return form == CLayout.Form.PACKED ? 1 : layout.ofMembers(type);
    }

    private void member(Member member, String margin, int indent, StringBuilder out) {
        StringBuilder qualifiers = new StringBuilder();
        int id = unqualified(member.type(), qualifiers);
        boolean inside = member.name().isEmpty()
                && btf.type(id) instanceof BtfType.Composite composite
                && composite.name().isEmpty();
        out.append(margin);
        if (inside) {
            budget.spend(id);
            out.append(qualifiers).append(composite(id, (BtfType.Composite) btf.type(id), indent + 1));
        } else {
            String name = nameOf(member);
            out.append(declarations.declare(member.type(), name, indent + 1));
        }
        if (member.bitSize() != 0) {
            out.append(": ").append(member.bitSize());
        }
        out.append(";\n");
    }

    /** The type without qualifiers, which an anonymous struct inside of another can have. */
    private int unqualified(int id, StringBuilder qualifiers) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Const constant) {
            qualifiers.append("const ");
            return unqualified(constant.type(), qualifiers);
        }
        if (type instanceof BtfType.Volatile changing) {
            qualifiers.append("volatile ");
            return unqualified(changing.type(), qualifiers);
        }
        return id;
    }

    private String nameOf(Member member) {
        if (!member.name().isEmpty()) {
            return scopes.element().unique(member.name());
        }
        // Such as the discriminant of a Rust enum. In C only bit-fields can be unnamed.
        return member.bitSize() != 0 ? "" : scopes.element().unique("__anonymous");
    }

    private String enumeration(int id, BtfType.Enumeration type, int indent) {
        String margin = "\t".repeat(indent + 1);
        StringBuilder out = new StringBuilder(head(id, type)).append(" {\n");
        List<String> enumerators = names.enumeratorsOf(id);
        for (int i = 0; i < enumerators.size(); i++) {
            out.append(margin).append(enumerators.get(i)).append(" = ");
            out.append(value(type, type.enumerators().get(i))).append(",\n");
        }
        return out.append("\t".repeat(indent)).append('}').append(mode(type)).toString();
    }

    private static String value(BtfType.Enumeration type, BtfType.Enumerator enumerator) {
        if (type.signed() && enumerator.value() == Long.MIN_VALUE) {
            return "-9223372036854775807LL - 1";
        }
        return BpftoolTerms.value(type, enumerator) + BpftoolTerms.suffix(type);
    }

    /** The attribute that sets the size of the enumeration where a compiler would choose another one. */
    private static String mode(BtfType.Enumeration type) {
        boolean wide = type.enumerators().stream().anyMatch(e -> isWide(type, e.value()));
        if (type.size() == (wide ? 8 : 4)) {
            return "";
        }
        return switch ((int) Math.min(type.size(), Integer.MAX_VALUE)) {
            case 1 -> " __attribute__((mode(byte)))";
            case 2 -> " __attribute__((mode(HI)))";
            case 8 -> " __attribute__((mode(DI)))";
            default -> "";
        };
    }

    private static boolean isWide(BtfType.Enumeration type, long value) {
        return type.signed() ? value != (int) value : value >>> Integer.SIZE != 0;
    }
}
