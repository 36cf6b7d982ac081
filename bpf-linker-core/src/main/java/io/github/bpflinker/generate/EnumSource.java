package io.github.bpflinker.generate;

import io.github.bpflinker.generate.EnumModel.Constant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes an enumeration. */
final class EnumSource {

    private final EnumModel model;
    private final Imports imports;
    private final SourceText text;
    private final String name;
    private final String type;

    EnumSource(EnumModel model, Imports imports, SourceText text) {
        this.model = model;
        this.imports = imports;
        this.text = text;
        this.name = model.name().simple();
        this.type = model.kind().type();
    }

    /** @param modifiers before the word {@code enum} */
    void write(String modifiers) {
        List<Constant> all = model.constants();
        Constant unrecognized = all.get(all.size() - 1);
        Map<Long, Constant> first = new HashMap<>();
        List<Constant> aliases = new ArrayList<>();
        text.doc(SourceText.code(model.declared()) + ".");
        CompositeSource.generated(imports, text);
        text.add(modifiers + "enum " + name + " {");
        for (Constant each : all.subList(0, all.size() - 1)) {
            if (first.putIfAbsent(each.value(), each) == null) {
                text.gap().doc(SourceText.code(each.label()) + ", " + each.value() + ".");
                text.add(each.name() + "(" + literal(each.value()) + "),");
            } else {
                aliases.add(each);
            }
        }
        text.gap()
                .doc("A number that the enumeration does not have.")
                .add(unrecognized.name() + "(" + literal(0) + ");");
        for (Constant each : aliases) {
            Constant same = Objects.requireNonNull(first.get(each.value()));
            text.gap().doc(SourceText.code(each.label()) + ", " + each.value() + ".");
            text.add("public static final " + name + " " + each.name() + " = " + same.name() + ";");
        }
        text.gap().add("private final " + type + " value;");
        text.gap().add(name + "(" + type + " value) {\nthis.value = value;\n}");
        text.gap().doc("The number.\n\n@throws IllegalStateException if it is {@link #" + unrecognized.name() + "}");
        text.add("public " + type + " value() {\nif (this == " + unrecognized.name() + ") {");
        text.add(
                "throw new IllegalStateException(\"a number that the enumeration does not have\");\n}\nreturn value;\n}");
        text.gap().doc("The constant of a number; {@link #" + unrecognized.name() + "} if there is none.");
        text.add("public static " + name + " of(" + type + " value) {");
        if (type.equals("long")) {
            text.add("for (" + name + " each : values()) {\nif (each.value == value && each != " + unrecognized.name()
                    + ") {\nreturn each;\n}\n}\nreturn " + unrecognized.name() + ";");
        } else {
            text.add("return switch (value) {");
            all.subList(0, all.size() - 1).stream()
                    .filter(each -> each.equals(first.get(each.value())))
                    .forEach(each -> text.add("case " + each.value() + " -> " + each.name() + ";"));
            text.add("default -> " + unrecognized.name() + ";\n};");
        }
        text.add("}\n}");
    }

    private String literal(long value) {
        return switch (type) {
            case "long" -> value + "L";
            case "int" -> String.valueOf(value);
            default -> "(" + type + ") " + value;
        };
    }
}
