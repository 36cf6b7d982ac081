package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Formats C declarations from the inside out: following the references of a type, {@code *}, {@code [n]} and {@code
 * (…)} are added around the name, and the base type comes last.
 */
final class CDeclarations {

    /** Formats the base type of a declaration. */
    interface Base {
        /** The text of a struct, union or enumeration, named or anonymous. */
        String of(int id, int indent);
    }

    private final Btf btf;
    private final CIdentifiers names;
    private final OutputBudget budget;
    private final Base bodies;

    CDeclarations(Btf btf, CIdentifiers names, OutputBudget budget, Base bodies) {
        this.btf = btf;
        this.names = names;
        this.budget = budget;
        this.bodies = bodies;
    }

    /**
     * Declares {@code name} with type {@code id}. The recursion is bounded because {@link Btf} limits chains of
     * references.
     *
     * @param name empty for an unnamed parameter
     * @param indent the indentation of the line, for nested bodies
     */
    String declare(int id, String name, int indent) {
        String declarator = name;
        boolean pointer = false;
        List<String> qualifiers = new ArrayList<>();
        int at = id;
        while (true) {
            BtfType type = btf.type(at);
            if (type instanceof BtfType.Modifier modifier && !(type instanceof BtfType.Typedef)) {
                addQualifier(qualifiers, modifier);
                at = modifier.type();
            } else if (type instanceof BtfType.Ptr ptr) {
                declarator = pointer(qualifiers, declarator);
                qualifiers.clear();
                pointer = true;
                at = ptr.type();
            } else if (type instanceof BtfType.Array array) {
                declarator = (pointer ? "(" + declarator + ")" : declarator) + "[" + array.count() + "]";
                pointer = false;
                at = array.element();
            } else if (type instanceof BtfType.FuncProto prototype) {
                budget.spend(at);
                declarator = (pointer ? "(" + declarator + ")" : declarator) + parameters(prototype, indent);
                pointer = false;
                qualifiers.clear();
                at = prototype.result();
            } else {
                return base(at, qualifiers, indent) + (declarator.isEmpty() ? "" : " " + declarator);
            }
        }
    }

    private static void addQualifier(List<String> qualifiers, BtfType.Modifier modifier) {
        String qualifier = qualifier(modifier);
        if (!qualifiers.contains(qualifier)) {
            qualifiers.add(qualifier);
        }
    }

    private static String qualifier(BtfType.Modifier modifier) {
        return switch (modifier.kind()) {
            case CONST -> "const";
            case VOLATILE -> "volatile";
            case RESTRICT -> "restrict";
            default -> attribute((BtfType.TypeTag) modifier);
        };
    }

    private static String attribute(BtfType.TypeTag tag) {
        return tag.attribute()
                ? "__attribute__((" + Printable.line(tag.name()) + "))"
                : "__attribute__((btf_type_tag(\"" + escape(tag.name()) + "\")))";
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String pointer(List<String> qualifiers, String declarator) {
        if (qualifiers.isEmpty()) {
            return "*" + declarator;
        }
        String qualified = "* " + String.join(" ", qualifiers);
        return declarator.isEmpty() ? qualified : qualified + " " + declarator;
    }

    private String parameters(BtfType.FuncProto prototype, int indent) {
        List<BtfType.Param> params = prototype.params();
        StringJoiner joined = new StringJoiner(", ", "(", ")").setEmptyValue("(void)");
        for (int i = 0; i < params.size(); i++) {
            boolean rest = i == params.size() - 1 && params.get(i).type() == 0;
            // A K&R declaration with () has "..." as its only parameter, which is not valid C.
            if (rest && i > 0) {
                joined.add("...");
            } else if (!rest) {
                joined.add(declare(params.get(i).type(), "", indent));
            }
        }
        return joined.toString();
    }

    /**
     * Qualifiers precede the type. Attributes follow it, so that they apply to the type and not to the declared name.
     */
    private String base(int id, List<String> qualifiers, int indent) {
        StringBuilder out = new StringBuilder();
        for (String qualifier : qualifiers) {
            if (!qualifier.startsWith("__attribute__")) {
                out.append(qualifier).append(' ');
            }
        }
        out.append(baseName(id, indent));
        for (String qualifier : qualifiers) {
            if (qualifier.startsWith("__attribute__")) {
                out.append(' ').append(qualifier);
            }
        }
        return out.toString();
    }

    private String baseName(int id, int indent) {
        BtfType type = btf.type(id);
        return switch (type.kind()) {
            case UNKN -> "void";
            case STRUCT, UNION, ENUM, ENUM64 -> type.name().isEmpty() ? bodies.of(id, indent) : tag(id, type);
            case FWD -> tag(id, type);
            case INT, FLOAT -> names.of(id).isEmpty() ? type.name() : names.of(id);
            case TYPEDEF -> names.of(id);
            // A function, variable or section is not a type in C.
            default -> "void";
        };
    }

    private String tag(int id, BtfType type) {
        return CIdentifiers.keyword(type) + " " + names.of(id);
    }
}
