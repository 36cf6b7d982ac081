package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.Characters;
import io.github.bpflinker.generate.Shape.EnumNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the record of a struct whose members have places of their own. */
final class RecordSource {

    private final CompositeModel model;
    private final Imports imports;
    private final SourceText text;
    private final String name;

    RecordSource(CompositeModel model, Imports imports, SourceText text) {
        this.model = model;
        this.imports = imports;
        this.text = text;
        this.name = model.name().simple();
    }

    /** @param modifiers before the word {@code record} */
    void write(String modifiers) {
        List<String> doc = new ArrayList<>();
        doc.add(SourceText.code(model.declared()) + ", " + model.size() + " bytes.");
        if (!model.members().isEmpty()) {
            doc.add("");
        }
        model.members().forEach(each -> doc.add("@param " + each.component() + " " + each.description()));
        text.doc(String.join("\n", doc));
        CompositeSource.generated(imports, text);
        text.declaration(modifiers + "record " + name, parameters(false), " {");
        CompositeSource.constants(model, imports, text);
        constructors();
        accessors();
        reader();
        writer();
        if (model.members().stream().anyMatch(each -> each.shape().isArray())) {
            new ArrayRecordMethods(name, model.members(), imports, text).write();
        }
    }

    private List<String> parameters(boolean enums) {
        return model.members().stream()
                .map(each -> enums && each.shape() instanceof EnumNumber number
                        ? imports.generated(number.enumeration()) + " " + each.name()
                        : each.shape().type(imports) + " " + each.component())
                .toList();
    }

    private void constructors() {
        List<String> checks = new ArrayList<>();
        for (Member member : model.members()) {
            String component = member.component();
            if (member.shape() instanceof ArrayShape array) {
                if (!member.flexible()) {
                    checks.add(array.check(imports, component, component));
                }
                checks.add(component + " = "
                        + (array.isArray()
                                ? component + ".clone();"
                                : imports.use("java.util.List") + ".copyOf(" + component + ");"));
            }
        }
        if (!checks.isEmpty()) {
            text.gap().doc("Copies arrays, and checks their lengths.").add("public " + name + " {");
            checks.forEach(text::add);
            text.add("}");
        }
        if (model.members().stream().anyMatch(each -> each.shape() instanceof EnumNumber)) {
            String arguments = model.members().stream()
                    .map(each -> each.shape() instanceof EnumNumber ? each.name() + ".value()" : each.component())
                    .collect(Collectors.joining(", "));
            text.gap().doc("The same with constants for numbers of enumerations.");
            text.declaration("public " + name, parameters(true), " {");
            text.add("this(" + arguments + ");\n}");
        }
    }

    private void accessors() {
        for (Member member : model.members()) {
            if (member.shape() instanceof EnumNumber number) {
                text.gap().doc("{@link #" + member.component() + "()} as a constant.");
                text.add("public " + imports.generated(number.enumeration()) + " " + member.name() + "() {\nreturn "
                        + imports.generated(number.enumeration()) + ".of(" + member.component() + ");\n}");
            } else if (member.shape().isArray()) {
                text.gap().doc(member.description() + ". A copy.").add("@Override");
                text.add("public " + member.shape().type(imports) + " " + member.name() + "() {\nreturn "
                        + member.name() + ".clone();\n}");
            } else if (member.shape() instanceof Characters characters && !member.flexible()) {
                text.gap().doc("{@link #" + member.name() + "()} as bytes, filled up with zeros.");
                text.add("public byte[] " + member.name() + "Bytes() {\nreturn " + imports.typed("Text") + ".encode("
                        + member.name() + ", " + characters.size() + ");\n}");
            }
            member.inside().stream().filter(each -> !each.flexible()).forEach(each -> inside(member, each));
        }
    }

    /** A member of an anonymous union. */
    private void inside(Member union, Member member) {
        text.gap().doc(member.description() + ".");
        String type = member.shape() instanceof EnumNumber number
                ? imports.generated(number.enumeration())
                : member.shape().type(imports);
        text.add("public " + type + " " + member.name() + "() {\nreturn " + union.name() + "." + member.name()
                + "();\n}");
    }

    private void reader() {
        String values = model.members().stream()
                .map(each -> each.flexible()
                        ? Flexible.read(each.shape(), imports, "memory", at(each.offset()), "length - " + each.offset())
                        : each.shape().read(imports, "memory", at(each.offset())))
                .collect(Collectors.joining(",\n        "));
        text.gap();
        text.add("private static " + name + " read(" + imports.use("java.nio.ByteBuffer")
                + " memory, int at, int length) {");
        text.add("return new " + name + "(" + (model.members().isEmpty() ? "" : "\n        ") + values + ");")
                .add("}");
    }

    private void writer() {
        text.gap();
        text.add("private static void write(" + name + " value, " + imports.use("java.nio.ByteBuffer")
                + " memory, int at) {");
        for (Member member : model.members()) {
            String value = "value." + member.component();
            if (member.flexible()) {
                long room = Math.max(0, model.size() - member.offset()) / Flexible.step(member.shape());
                text.add(imports.typed("Memory") + ".atMost(\"" + member.name() + "\", "
                        + Flexible.length(member.shape(), imports, value) + ", " + room + ");");
                text.add(Flexible.write(member.shape(), imports, "memory", at(member.offset()), value));
            } else {
                text.add(member.shape().write(imports, "memory", at(member.offset()), value));
            }
        }
        text.add("}");
    }

    static String at(int offset) {
        return offset == 0 ? "at" : "at + " + offset;
    }
}
