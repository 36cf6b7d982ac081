package io.github.bpflinker.generate;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the methods of a record with arrays that compare, hash and show their elements, which Java's own do not. */
final class ArrayRecordMethods {

    private final String name;
    private final List<Member> members;
    private final Imports imports;
    private final SourceText text;

    ArrayRecordMethods(String name, List<Member> members, Imports imports, SourceText text) {
        this.name = name;
        this.members = members;
        this.imports = imports;
        this.text = text;
    }

    void write() {
        String equal = members.stream().map(this::equal).collect(Collectors.joining("\n        && "));
        text.gap().add("@Override\npublic boolean equals(" + nullable() + "Object other) {");
        text.add("return other instanceof " + name + " that\n        && " + equal + ";\n}");
        text.gap().add("@Override\npublic int hashCode() {\nint hash = 0;");
        members.forEach(each -> text.add("hash = 31 * hash + " + hash(each) + ";"));
        text.add("return hash;\n}");
        String shown = members.stream()
                .map(each -> "\"" + each.component() + "=\" + " + shown(each))
                .collect(Collectors.joining("\n        + \", \" + "));
        text.gap()
                .add("@Override\npublic String toString() {\nreturn \"" + name + "[\"\n        + " + shown
                        + "\n        + \"]\";\n}");
    }

    private String nullable() {
        return imports.nullMarked() ? "@" + imports.use("org.jspecify.annotations.Nullable") + " " : "";
    }

    private String type(Member member) {
        return member.shape().type(imports);
    }

    private String equal(Member member) {
        String component = member.component();
        String own = "this." + component;
        return switch (type(member)) {
            case "boolean", "byte", "short", "int", "long" -> own + " == that." + component;
            case "float", "double" ->
                JavaNames.capitalized(type(member)) + ".compare(" + own + ", that." + component + ") == 0";
            default ->
                member.shape().isArray()
                        ? imports.use("java.util.Arrays") + ".equals(" + own + ", that." + component + ")"
                        : own + ".equals(that." + component + ")";
        };
    }

    private String hash(Member member) {
        String component = "this." + member.component();
        return switch (type(member)) {
            case "boolean", "byte", "short", "int", "long", "float", "double" ->
                member.shape().boxed(imports) + ".hashCode(" + component + ")";
            default ->
                member.shape().isArray()
                        ? imports.use("java.util.Arrays") + ".hashCode(" + component + ")"
                        : component + ".hashCode()";
        };
    }

    private String shown(Member member) {
        String component = "this." + member.component();
        return switch (type(member)) {
            case "byte[]" -> imports.typed("Memory") + ".hex(" + component + ")";
            default ->
                member.shape().isArray() ? imports.use("java.util.Arrays") + ".toString(" + component + ")" : component;
        };
    }
}
