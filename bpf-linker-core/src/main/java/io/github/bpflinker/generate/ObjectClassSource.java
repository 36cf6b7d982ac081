package io.github.bpflinker.generate;

import io.github.bpflinker.load.plan.PlannedMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the class of an object: opening and loading it, its maps, programs and global variables. */
final class ObjectClassSource implements JavaGenerator.Body {

    private final ObjectModel model;
    private final List<SectionModel> sections;
    private final MapsSource maps;
    private final ProgramsSource programs;

    ObjectClassSource(ObjectModel model) {
        this.model = model;
        Scope classes = Scope.ofClasses(Imports.RESERVED);
        classes.unique(model.name().simple());
        Scope methods = new Scope(List.of(
                "maps",
                "programs",
                "open",
                "load",
                "object",
                "resource",
                "attachAll",
                "close",
                "lazy",
                "owned",
                "section",
                "configure"));
        this.sections = new ArrayList<>();
        for (PlannedMap map : model.plan().maps()) {
            SectionModel.of(model, map, classes, methods).ifPresent(sections::add);
        }
        this.maps = new MapsSource(model);
        this.programs = new ProgramsSource(model, classes);
    }

    @Override
    public Collection<String> nested() {
        List<String> names = new ArrayList<>(programs.classes());
        sections.forEach(each -> names.addAll(each.classes()));
        return names;
    }

    @Override
    public void write(String modifiers, Imports imports, SourceText text) {
        String name = model.name().simple();
        text.doc("The BPF object {@code " + model.label() + "}:\n\n<pre>{@code\ntry (" + name + " "
                + JavaNames.ofMember(model.label()) + " = " + name
                + ".open().load()) {\n    …\n}\n}</pre>\n\nClosing it closes its maps and programs. Thread-safe.");
        CompositeSource.generated(imports, text);
        text.add(modifiers + "final class " + name + " extends " + imports.typed("TypedObject") + " {");
        fields(text);
        text.gap().add("private " + name + "(" + imports.typed("OpenedObject") + " opened) {\nsuper(opened);");
        text.add("}");
        text.gap().doc("Reads the object from the class path of this class, to be loaded.");
        String resources = model.resources().stream()
                .map(each -> "\"" + each.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", "));
        text.add("public static Opened open() {\nreturn new Opened(OpenedObject.of(" + name + ".class, " + resources
                + "));\n}");
        text.gap().doc("Its maps.").add("public Maps maps() {\nreturn maps;\n}");
        text.gap().doc("Its programs.").add("public Programs programs() {\nreturn programs;\n}");
        for (SectionModel section : sections) {
            text.gap().doc("The variables of section " + SourceText.code(section.label()) + ".");
            text.add("public " + section.name() + " " + section.method() + "() {\nreturn " + section.method()
                    + ".get();\n}");
        }
        opened(name, imports, text);
        maps.write(imports, text);
        programs.write(imports, text);
        sections.forEach(each -> new SectionSource(each, imports, text).write());
        text.add("}");
    }

    private void fields(SourceText text) {
        text.gap().add("private final Maps maps = new Maps(this);");
        text.add("private final Programs programs = new Programs(this);");
        for (SectionModel section : sections) {
            text.add("private final Lazy<" + section.name() + "> " + section.method() + " = lazy(() -> new "
                    + section.name() + "(section(\"" + section.label() + "\")));");
        }
    }

    private void opened(String name, Imports imports, SourceText text) {
        if (!sections.isEmpty()) {
            imports.typed("Lazy");
        }
        text.gap().doc("The object before it is loaded.");
        text.add("public static final class Opened {");
        text.gap().add("private final OpenedObject opened;");
        text.gap().add("private Opened(OpenedObject opened) {\nthis.opened = opened;\n}");
        for (SectionModel section : sections) {
            if (section.isSettable()) {
                text.gap()
                        .doc("Sets constants of section " + SourceText.code(section.label())
                                + "; {@code change} is called when the object is loaded.");
                text.add("public Opened " + section.method() + "(" + imports.use("java.util.function.Consumer") + "<"
                        + section.values() + "> change) {\nopened.section(\"" + section.label()
                        + "\", data -> change.accept(new " + section.values() + "(data)));\nreturn this;\n}");
            }
        }
        text.gap().doc("Changes settings of the loader; {@code change} is called when the object is loaded.");
        text.add("public Opened configure(" + imports.use("java.util.function.Consumer") + "<"
                + imports.library("load.BpfLoader") + "> change) {\nopened.configure(change);\nreturn this;\n}");
        text.gap()
                .doc(
                        "Loads it.\n\n@throws io.github.bpflinker.load.LoadException if the kernel does not take it, or rights are missing");
        text.add("public " + name + " load() {\nreturn new " + name + "(opened);\n}\n}");
    }
}
