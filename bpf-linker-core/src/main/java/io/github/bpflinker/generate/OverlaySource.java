package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.Characters;
import io.github.bpflinker.generate.Shape.EnumNumber;
import java.util.List;

/** Writes the record of a union, or of a struct that is kept as its bytes. */
final class OverlaySource {

    private final CompositeModel model;
    private final Imports imports;
    private final SourceText text;
    private final String name;

    OverlaySource(CompositeModel model, Imports imports, SourceText text) {
        this.model = model;
        this.imports = imports;
        this.text = text;
        this.name = model.name().simple();
    }

    /** @param modifiers before the word {@code record} */
    void write(String modifiers) {
        text.doc(SourceText.code(model.declared()) + ", " + model.size()
                + " bytes, which its members read.\n\n@param rawMemory the bytes in the order of the machine");
        CompositeSource.generated(imports, text);
        text.add(modifiers + "record " + name + "(byte[] rawMemory) {");
        CompositeSource.constants(model, imports, text);
        text.gap().doc("Copies the bytes, and checks their number.").add("public " + name + " {");
        text.add(imports.typed("Memory")
                + ".length(\"rawMemory\", rawMemory.length, SIZE);\nrawMemory = rawMemory.clone();\n}");
        text.gap().doc("A copy of the bytes.");
        text.add("@Override\npublic byte[] rawMemory() {\nreturn rawMemory.clone();\n}");
        List<Member> members = model.reachable();
        members.stream().filter(each -> !each.flexible()).forEach(this::accessor);
        model.members().stream()
                .filter(each -> model.union() && each.direct() && !each.flexible() && each.offset() == 0)
                .forEach(this::factory);
        text.gap()
                .add("private " + imports.use("java.nio.ByteBuffer") + " memory() {\nreturn " + imports.typed("Memory")
                        + ".of(rawMemory);\n}");
        text.gap()
                .add("private static " + name + " read(" + imports.use("java.nio.ByteBuffer")
                        + " memory, int at, int length) {\nreturn new " + name + "(" + imports.typed("Memory")
                        + ".bytes(memory, at, SIZE));\n}");
        text.gap()
                .add("private static void write(" + name + " value, " + imports.use("java.nio.ByteBuffer")
                        + " memory, int at) {\nmemory.put(at, value.rawMemory);\n}");
        Shape bytes = new ArrayShape.Bytes(model.size());
        Member only = new Member("rawMemory", "", "", 0, bytes, false, true, List.of());
        new ArrayRecordMethods(name, List.of(only), imports, text).write();
    }

    private void accessor(Member member) {
        Shape shape = member.shape();
        text.gap().doc(member.description() + ".");
        text.add("public " + shape.type(imports) + " " + member.component() + "() {\nreturn "
                + shape.read(imports, "memory()", String.valueOf(member.offset())) + ";\n}");
        if (shape instanceof EnumNumber number) {
            text.gap().doc("{@link #" + member.component() + "()} as a constant.");
            text.add("public " + imports.generated(number.enumeration()) + " " + member.name() + "() {\nreturn "
                    + imports.generated(number.enumeration()) + ".of(" + member.component() + "());\n}");
        } else if (shape instanceof Characters characters) {
            text.gap().doc("{@link #" + member.name() + "()} as bytes.");
            text.add("public byte[] " + member.name() + "Bytes() {\nreturn " + imports.typed("Memory")
                    + ".bytes(memory(), " + member.offset() + ", " + characters.size() + ");\n}");
        }
    }

    /** A value that holds one member only makes sense of a union. */
    private void factory(Member member) {
        text.gap().doc("The union with this member, and zeros behind it.");
        text.add("public static " + name + " of" + JavaNames.capitalized(member.name()) + "("
                + member.shape().type(imports) + " value) {");
        text.add("byte[] bytes = new byte[SIZE];");
        text.add(new ValueShape(member.shape(), imports).checkedWrite(imports.typed("Memory") + ".of(bytes)", "0"));
        text.add("return new " + name + "(bytes);\n}");
    }
}
