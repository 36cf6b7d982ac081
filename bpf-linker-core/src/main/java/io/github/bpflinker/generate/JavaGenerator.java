package io.github.bpflinker.generate;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.NameEscapes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/**
 * Writes Java sources for BPF objects. The same objects and options give the same text, and a struct has a file of its own
 * that depends on nothing but the struct and the names of the types in it. Thread-safe.
 */
public final class JavaGenerator {

    private JavaGenerator() {}

    /**
     * Writes the classes of some objects, all in one package. A type that several objects have gets one class.
     *
     * @return sorted by path
     * @throws GenerateException if an object can't be planned or has no BTF, a type that options name is in no object,
     *     objects have different types of the same name, or a name is no package
     */
    public static List<JavaSource> generate(List<ObjectSource> objects, GenerateOptions options) {
        checkPackage(options.packageName());
        Map<String, JavaSource> sources = new TreeMap<>();
        List<ObjectModel> models = new ArrayList<>();
        for (ObjectSource object : objects) {
            ObjectModel model = ObjectModel.of(object, options);
            models.add(model);
            add(sources, file(model.name(), options, new ObjectClassSource(model)), object.name());
            classes(model.catalog(), options).forEach(source -> add(sources, source, object.name()));
        }
        checkTypes(options.types(), models);
        return List.copyOf(sources.values());
    }

    /** A type of the options is for the objects that have it; if none has, the nearest says what it lacks. */
    private static void checkTypes(List<String> types, List<ObjectModel> models) {
        for (String type : types) {
            List<ObjectModel.Lack> lacks = models.stream()
                    .flatMap(model -> Optional.ofNullable(model.lacks().get(type)).stream())
                    .toList();
            if (!lacks.isEmpty() && lacks.size() == models.size()) {
                throw new GenerateException(lacks.stream()
                        .filter(ObjectModel.Lack::typed)
                        .findFirst()
                        .orElse(lacks.get(0))
                        .sentence());
            }
        }
    }

    private static void checkPackage(String name) {
        if (!SourceVersion.isName(name)) {
            throw new GenerateException("'" + name + "' is no name of a package; give one such as com.example.bpf");
        }
    }

    private static void add(Map<String, JavaSource> sources, JavaSource source, String object) {
        JavaSource same = sources.putIfAbsent(source.path(), source);
        if (same != null && !same.equals(source)) {
            throw new GenerateException(
                    "object '" + object + "' needs another class '" + source.path()
                            + "' than an object before it, because their types of that name differ; give each a package of its own");
        }
    }

    /** The classes that were found so far, and those that they need. */
    static List<JavaSource> classes(TypeCatalog catalog, GenerateOptions options) {
        CompositeModels models = new CompositeModels(catalog);
        TypeText text = new TypeText(catalog.btf());
        List<JavaSource> sources = new ArrayList<>();
        for (OptionalInt next = catalog.next(); next.isPresent(); next = catalog.next()) {
            int id = next.getAsInt();
            ClassName name = catalog.classOf(id);
            String typedef = catalog.typedefOf(id);
            String declared = typedef.isEmpty() ? text.ofTag(id) : NameEscapes.unescapeType(typedef);
            if (catalog.btf().type(id) instanceof BtfType.Composite) {
                CompositeModel model = models.composite(id, name, declared);
                sources.add(file(name, options, new Body() {
                    @Override
                    public Collection<String> nested() {
                        return model.nestedNames();
                    }

                    @Override
                    public void write(String modifiers, Imports imports, SourceText text) {
                        CompositeSource.write(model, modifiers, imports, text);
                    }
                }));
            } else {
                EnumModel model = models.enumeration(id, name, declared);
                sources.add(file(name, options, new Body() {
                    @Override
                    public void write(String modifiers, Imports imports, SourceText text) {
                        new EnumSource(model, imports, text).write(modifiers);
                    }
                }));
            }
        }
        return sources;
    }

    /** What writes the class of a file. */
    interface Body {
        /** The simple names of the classes inside. */
        default Collection<String> nested() {
            return List.of();
        }

        /** Writes the class. */
        void write(String modifiers, Imports imports, SourceText text);
    }

    private static JavaSource file(ClassName name, GenerateOptions options, Body body) {
        Imports imports = new Imports(options, body.nested());
        SourceText text = new SourceText();
        body.write(options.visibility().modifier(), imports, text);
        StringBuilder file =
                new StringBuilder("package ").append(options.packageName()).append(";\n\n");
        imports.lines().forEach(line -> file.append(line).append('\n'));
        file.append('\n').append(text);
        return new JavaSource(options.packageName().replace('.', '/') + "/" + name.simple() + ".java", file.toString());
    }
}
