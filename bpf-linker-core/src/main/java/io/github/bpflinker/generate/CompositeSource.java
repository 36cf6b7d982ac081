package io.github.bpflinker.generate;

/** Writes the class of a struct or union, with those of the structs, unions and enumerations in it. */
final class CompositeSource {

    private CompositeSource() {}

    /** @param modifiers before the word {@code record} */
    static void write(CompositeModel model, String modifiers, Imports imports, SourceText text) {
        if (model.overlaid()) {
            new OverlaySource(model, imports, text).write(modifiers);
        } else {
            new RecordSource(model, imports, text).write(modifiers);
        }
        new ViewSource(model, imports, text).write();
        model.nested().forEach(each -> {
            text.gap();
            write(each, "public ", imports, text);
        });
        model.nestedEnums().forEach(each -> {
            text.gap();
            new EnumSource(each, imports, text).write("public ");
        });
        text.add("}");
    }

    /** The annotations of a class of its own. */
    static void generated(Imports imports, SourceText text) {
        if (text.isAtOuterLevel()) {
            text.add("@" + imports.use("javax.annotation.processing.Generated") + "(\"" + JavaGenerator.class.getName()
                    + "\")");
            if (imports.nullMarked()) {
                text.add("@" + imports.use("org.jspecify.annotations.NullMarked"));
            }
        }
    }

    /** The size and the type. */
    static void constants(CompositeModel model, Imports imports, SourceText text) {
        String name = model.name().simple();
        text.gap().doc("The size in bytes.").add("public static final int SIZE = " + model.size() + ";");
        text.gap().doc("Reads and writes records, and makes views.");
        text.add("public static final " + imports.typed("StructType") + "<" + name + ", " + name
                + ".View> TYPE =\n        StructType.of(\""
                + model.declared().replace("\\", "\\\\").replace("\"", "\\\"") + "\", SIZE, " + name + "::read, " + name
                + "::write, " + name
                + ".View::new);");
    }
}
