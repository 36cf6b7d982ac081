package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.EnumNumber;
import io.github.bpflinker.generate.Shape.Struct;

/** Writes the class of a section of global variables. */
final class SectionSource {

    private static final String MEMORY = "memory()";

    private final SectionModel model;
    private final Imports imports;
    private final SourceText text;

    SectionSource(SectionModel model, Imports imports, SourceText text) {
        this.model = model;
        this.imports = imports;
        this.text = text;
    }

    void write() {
        String section = SourceText.code(model.label());
        write(
                model.name(),
                "The variables of section " + section + ", in the memory that programs use.",
                model.isWritable());
        if (model.isSettable()) {
            write(model.values(), "The constants of section " + section + ", before they are loaded.", true);
        }
    }

    private void write(String name, String doc, boolean writable) {
        text.gap()
                .doc(doc)
                .add("public static final class " + name + " extends " + imports.typed("GlobalSection") + " {");
        for (SectionModel.Variable each : model.variables()) {
            text.add("private final int " + each.name() + " = place(\"" + each.label() + "\", "
                    + each.shape().size() + ");");
        }
        text.gap().add("private " + name + "(" + imports.typed("SectionData") + " data) {\nsuper(data);\n}");
        for (SectionModel.Variable each : model.variables()) {
            getters(each);
            if (writable) {
                setters(name, each);
            }
        }
        text.add("}");
    }

    private static String at(SectionModel.Variable variable) {
        return "at(this." + variable.name() + ")";
    }

    private static String description(SectionModel.Variable variable) {
        return "Variable {@code " + variable.label() + "}, " + SourceText.code(variable.declared()) + ".";
    }

    private void getters(SectionModel.Variable each) {
        Shape shape = each.shape();
        String read = shape.read(imports, MEMORY, at(each));
        if (shape instanceof EnumNumber number) {
            method(each, shape.type(imports) + " " + each.name() + "Value()", "return " + read + ";");
            String type = imports.generated(number.enumeration());
            method(each, type + " " + each.name() + "()", "return " + type + ".of(" + each.name() + "Value());");
            return;
        }
        method(each, shape.type(imports) + " " + each.name() + "()", "return " + read + ";");
        if (shape instanceof Struct struct) {
            String view = imports.generated(struct.name());
            method(
                    each,
                    view + ".View " + each.name() + "View()",
                    "return inside(" + view + ".TYPE.newView(), this." + each.name() + ");");
        } else if (shape instanceof ArrayShape array) {
            method(
                    each,
                    array.element().type(imports) + " " + each.name() + "(int index)",
                    "return " + array.element().read(imports, MEMORY, place(each, array)) + ";");
        }
    }

    private String place(SectionModel.Variable each, ArrayShape array) {
        long step = array.element().size();
        return at(each) + " + " + imports.use("java.util.Objects") + ".checkIndex(index, " + array.count() + ")"
                + (step == 1 ? "" : " * " + step);
    }

    private void setters(String name, SectionModel.Variable each) {
        Shape shape = each.shape();
        String result = "return this;";
        if (shape instanceof EnumNumber number) {
            method(
                    each,
                    name + " " + each.name() + "(" + imports.generated(number.enumeration()) + " value)",
                    shape.write(imports, MEMORY, at(each), "value.value()") + "\n" + result);
            method(
                    each,
                    name + " " + each.name() + "Value(" + shape.type(imports) + " value)",
                    shape.write(imports, MEMORY, at(each), "value") + "\n" + result);
            return;
        }
        if (shape instanceof Struct struct) {
            method(
                    each,
                    name + " " + each.name() + "(" + shape.type(imports) + " value)",
                    "put(" + imports.generated(struct.name()) + ".TYPE, this." + each.name() + ", value);\n" + result);
            return;
        }
        String check = shape instanceof ArrayShape array ? array.check(imports, each.label(), "value") + "\n" : "";
        method(
                each,
                name + " " + each.name() + "(" + shape.type(imports) + " value)",
                check + shape.write(imports, MEMORY, at(each), "value") + "\n" + result);
        if (shape instanceof ArrayShape array) {
            method(
                    each,
                    name + " " + each.name() + "(int index, " + array.element().type(imports) + " value)",
                    array.element().write(imports, MEMORY, place(each, array), "value") + "\n" + result);
        }
    }

    private void method(SectionModel.Variable variable, String signature, String body) {
        text.gap().doc(description(variable)).add("public " + signature + " {\n" + body + "\n}");
    }
}
