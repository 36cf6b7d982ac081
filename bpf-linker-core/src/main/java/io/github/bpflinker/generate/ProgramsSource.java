package io.github.bpflinker.generate;

import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the class with a method for each program, and the classes of the programs. */
final class ProgramsSource {

    private final ObjectModel model;
    private final Map<PlannedProgram, String> classes = new LinkedHashMap<>();

    /** @param scope the names of classes in the class of the object */
    ProgramsSource(ObjectModel model, Scope scope) {
        this.model = model;
        for (PlannedProgram program : model.plan().programs()) {
            classes.put(program, scope.unique(JavaNames.ofClass(program.name()), "Program"));
        }
    }

    List<String> classes() {
        return List.copyOf(classes.values());
    }

    void write(Imports imports, SourceText text) {
        Scope scope = new Scope(Set.of());
        text.gap().doc("The programs of the object.").add("public static final class Programs {");
        text.gap().add("private final " + model.name().simple() + " object;");
        text.gap().add("private Programs(" + model.name().simple() + " object) {\nthis.object = object;\n}");
        classes.forEach((program, name) -> {
            text.gap()
                    .doc(description(program)
                            + (program.load()
                                    ? ""
                                    : "\n\n@throws java.util.NoSuchElementException if it was"
                                            + " not loaded, as by default"));
            text.add("public " + name + " " + scope.unique(JavaNames.ofMember(program.name())) + "() {\nreturn new "
                    + name + "(object);\n}");
        });
        text.add("}");
        classes.forEach((program, name) -> {
            List<String> kinds = ProgramKinds.of(program);
            String interfaces = String.join(
                    ", ",
                    kinds.stream()
                            .map(kind -> imports.library("typed.program." + kind))
                            .toList());
            text.gap().doc(description(program));
            text.add("public static final class " + name + " extends " + imports.library("typed.program.TypedProgram")
                    + " implements " + interfaces + " {");
            text.gap()
                    .add("private " + name + "(" + model.name().simple() + " object) {\nsuper(object.links(), \""
                            + program.name() + "\");\n}\n}");
        });
    }

    private static String description(PlannedProgram program) {
        return "Program {@code " + program.name() + "}, section " + SourceText.code(program.section()) + ".";
    }
}
