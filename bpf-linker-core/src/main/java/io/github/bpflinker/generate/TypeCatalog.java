package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.NameEscapes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The types of an object that get a class of their own, in the order in which they were found. */
final class TypeCatalog {

    private final Btf btf;
    private final Scope classes;
    private final Map<Integer, String> typedefs = new HashMap<>();
    private final Map<Integer, ClassName> names = new HashMap<>();
    private final Deque<Integer> pending = new ArrayDeque<>();

    /** @param classes the names of classes that there are in the package */
    TypeCatalog(Btf btf, Scope classes) {
        this.btf = btf;
        this.classes = classes;
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Typedef typedef) {
                int named = btf.strip(typedef.type());
                if (btf.type(named).name().isEmpty()) {
                    typedefs.putIfAbsent(named, typedef.name());
                }
            }
        }
    }

    Btf btf() {
        return btf;
    }

    /** The name of a struct, union or enumeration, or of the typedef that it has instead; empty if it has neither. */
    String nameOf(int id) {
        String name = btf.type(id).name();
        return name.isEmpty() ? typedefOf(id) : name;
    }

    /** The typedef that a struct, union or enumeration without a name has instead; empty if it has none, or a name. */
    String typedefOf(int id) {
        return typedefs.getOrDefault(id, "");
    }

    /** The class of a type that has a name. */
    ClassName classOf(int id) {
        return classOf(id, nameOf(id));
    }

    /** The class of a type that is called like this. */
    ClassName classOf(int id, String name) {
        ClassName known = names.get(id);
        if (known == null) {
            String suffix = btf.type(id) instanceof BtfType.Struct
                    ? "Struct"
                    : btf.type(id) instanceof BtfType.Union ? "Union" : "Enum";
            known = new ClassName("", classes.unique(JavaNames.ofClass(name), suffix));
            names.put(id, known);
            pending.add(id);
        }
        return known;
    }

    /** The next type whose class is to be written. */
    OptionalInt next() {
        Integer id = pending.poll();
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** A struct, union or enumeration by its name, its typedef's, or either with the word before it, as in {@code struct event}. */
    OptionalInt find(String name) {
        String plain = name.replaceFirst("^(struct|union|enum)\\s+", "").strip();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            boolean found = type.name().equals(plain)
                    || NameEscapes.unescapeType(type.name()).equals(plain);
            int stripped = btf.strip(id);
            boolean classy = btf.type(stripped) instanceof BtfType.Composite
                    || btf.type(stripped) instanceof BtfType.Enumeration;
            if (found && classy && (type instanceof BtfType.Typedef || stripped == id)) {
                return OptionalInt.of(stripped);
            }
        }
        return OptionalInt.empty();
    }
}
