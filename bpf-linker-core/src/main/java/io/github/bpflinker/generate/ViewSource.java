package io.github.bpflinker.generate;

import io.github.bpflinker.generate.ArrayShape.Bytes;
import io.github.bpflinker.generate.Shape.Characters;
import io.github.bpflinker.generate.Shape.EnumNumber;
import io.github.bpflinker.generate.Shape.Struct;
import java.util.List;
import java.util.Optional;

/** Writes the view of a struct or union. */
final class ViewSource {

    private static final String MEMORY = "memory()";

    private final CompositeModel model;
    private final Imports imports;
    private final SourceText text;

    ViewSource(CompositeModel model, Imports imports, SourceText text) {
        this.model = model;
        this.imports = imports;
        this.text = text;
    }

    void write() {
        text.gap().doc("Reads {@link " + model.name().simple() + "} where it is, without a copy.");
        text.add("public static final class View extends " + imports.typed("StructView") + " {");
        List<Member> members = model.reachable();
        for (Member member : members) {
            view(member.shape())
                    .ifPresent(struct -> text.add("private final " + imports.generated(struct.name()) + ".View "
                            + member.name() + " = " + imports.generated(struct.name()) + ".TYPE.newView();"));
        }
        text.gap().doc("A view that is at no struct yet.").add("public View() {\nsuper(SIZE);\n}");
        text.gap().doc("A record with the values that there are now.");
        text.add("public " + model.name().simple() + " keep() {\nreturn TYPE.read(memory(), at(0), rest(0));\n}");
        members.forEach(this::member);
        text.add("}");
    }

    /** The struct that a view of its own is at. */
    private static Optional<Struct> view(Shape shape) {
        Shape found = shape instanceof ArrayShape array ? array.element() : shape;
        return found instanceof Struct struct ? Optional.of(struct) : Optional.empty();
    }

    private void member(Member member) {
        if (member.flexible()) {
            flexible(member);
            return;
        }
        Shape shape = member.shape();
        String at = "at(" + member.offset() + ")";
        if (shape instanceof Struct struct) {
            method(
                    member,
                    imports.generated(struct.name()) + ".View " + member.name() + "()",
                    "return inside(this." + member.name() + ", " + member.offset() + ");");
            return;
        }
        text.gap().doc(member.description() + ".");
        text.add("public " + shape.type(imports) + " " + member.component() + "() {\nreturn "
                + shape.read(imports, MEMORY, at) + ";\n}");
        if (shape instanceof EnumNumber number) {
            method(
                    member,
                    imports.generated(number.enumeration()) + " " + member.name() + "()",
                    "return " + imports.generated(number.enumeration()) + ".of(" + member.component() + "());");
        } else if (shape instanceof Characters || shape instanceof Bytes) {
            copy(member, at, shape.size());
        }
        if (shape instanceof ArrayShape array) {
            element(member, array.element(), String.valueOf(array.count()));
        }
    }

    private void copy(Member member, String at, long size) {
        text.gap().doc("Copies the first bytes of {@link #" + member.component() + "()}, at most " + size + ".");
        text.add("public void copy" + JavaNames.capitalized(member.name()) + "(byte[] target) {\n" + MEMORY + ".get("
                + at + ", target, 0, Math.min(target.length, " + size + "));\n}");
    }

    /** The method that reads one element of an array. */
    private void element(Member member, Shape element, String count) {
        String offset = (member.offset() == 0 ? "" : member.offset() + " + ") + imports.use("java.util.Objects")
                + ".checkIndex(index, " + count + ")" + (element.size() == 1 ? "" : " * " + element.size());
        if (element instanceof Struct struct) {
            method(
                    member,
                    imports.generated(struct.name()) + ".View " + member.name() + "(int index)",
                    "return inside(this." + member.name() + ", " + offset + ");");
        } else {
            method(
                    member,
                    element.type(imports) + " " + member.name() + "(int index)",
                    "return " + element.read(imports, MEMORY, "at(" + offset + ")") + ";");
        }
    }

    private void flexible(Member member) {
        Shape shape = member.shape();
        String rest = "rest(" + member.offset() + ")";
        text.gap().doc(member.description() + ".");
        text.add("public " + shape.type(imports) + " " + member.name() + "() {\nreturn "
                + Flexible.read(shape, imports, MEMORY, "at(" + member.offset() + ")", rest) + ";\n}");
        if (shape instanceof ArrayShape array) {
            String length = member.name() + "Length";
            text.gap().doc("The number of elements of {@link #" + member.name() + "()}.");
            text.add("public int " + length + "() {\nreturn " + Flexible.count(shape, rest) + ";\n}");
            element(member, array.element(), length + "()");
        }
    }

    private void method(Member member, String signature, String body) {
        text.gap().doc(member.description() + ".").add("public " + signature + " {\n" + body + "\n}");
    }
}
