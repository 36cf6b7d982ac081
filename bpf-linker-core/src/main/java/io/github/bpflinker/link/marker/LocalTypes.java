package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Converts the types of a kernel to types of the object that hold only what CO-RE relocations compare: numbers under
 * names that tell their size and sign, pointers to forward declarations, structs without members. {@link FieldPaths}
 * adds the members that are accessed. So the object does not depend on the kernel whose types are used.
 */
final class LocalTypes {

    /** Deeper nesting is not found in kernels, but in damaged BTF. */
    private static final int DEEPEST = 64;

    private final Supplier<ReferenceTypes> reference;
    private final Map<String, LocalType> named = new HashMap<>();
    private final Map<Integer, LocalType> whole = new HashMap<>();

    /** @param reference called when a type of the kernel is needed, and then again */
    LocalTypes(Supplier<ReferenceTypes> reference) {
        this.reference = reference;
    }

    ReferenceTypes reference() {
        return reference.get();
    }

    /** The struct or union of that name. */
    LocalType.Composite composite(String name, boolean union) {
        return (LocalType.Composite) named.computeIfAbsent(
                (union ? "union " : "struct ") + name, key -> new LocalType.Composite(name, union));
    }

    /** The enumeration of that name. */
    LocalType.Enumeration enumeration(String name, long size, boolean signed) {
        return (LocalType.Enumeration)
                named.computeIfAbsent("enum " + name, key -> new LocalType.Enumeration(name, size, signed));
    }

    /** The typedef of that name, which stands for the type {@code id} of the kernel. */
    LocalType.Typedef typedef(String name, int id) {
        LocalType known = named.get("typedef " + name);
        if (known == null) {
            known = new LocalType.Typedef(name, of(id, true));
            named.put("typedef " + name, known);
        }
        return (LocalType.Typedef) known;
    }

    /**
     * The root of a relocation.
     *
     * @param id the type in the kernel
     * @param name the name, perhaps with a flavour
     */
    LocalType root(int id, String name) {
        BtfType type = reference().type(id);
        if (type instanceof BtfType.Composite composite) {
            return composite(name, composite instanceof BtfType.Union);
        }
        if (type instanceof BtfType.Enumeration values) {
            return enumeration(name, values.size(), values.signed());
        }
        return type instanceof BtfType.Typedef typedef ? typedef(name, typedef.type()) : plain(type);
    }

    private LocalType plain(BtfType type) {
        return named.computeIfAbsent("plain " + type.name(), key -> new LocalType.Plain(type));
    }

    /**
     * The type of a field, parameter or variable of the kernel; null for {@code void}.
     *
     * @param compared whether relocations compare targets of pointers, too, as for functions
     */
    @Nullable
    LocalType of(int id, boolean compared) {
        return of(id, compared, 0);
    }

    private @Nullable LocalType of(int id, boolean compared, int depth) {
        if (depth > DEEPEST) {
            throw new MarkerException("type " + id + " of " + reference().name() + " is nested too deeply");
        }
        BtfType type = reference().type(reference().strip(id));
        if (type instanceof BtfType.Int number) {
            return new LocalType.Plain(Numbers.canonical(number));
        }
        if (type instanceof BtfType.Ptr pointer) {
            return new LocalType.Pointer(
                    compared
                            ? of(pointer.type(), true, depth + 1)
                            : forward(reference().strip(pointer.type())));
        }
        if (type instanceof BtfType.Array array) {
            LocalType element = of(array.element(), compared, depth + 1);
            return element == null ? null : new LocalType.Array(element, 1);
        }
        if (type instanceof BtfType.Composite composite) {
            boolean union = composite instanceof BtfType.Union;
            return composite.name().isEmpty() ? new LocalType.Composite("", union) : composite(composite.name(), union);
        }
        if (type instanceof BtfType.Enumeration values) {
            return values.name().isEmpty()
                    ? new LocalType.Enumeration("", values.size(), values.signed())
                    : enumeration(values.name(), values.size(), values.signed());
        }
        if (type instanceof BtfType.FuncProto prototype) {
            return prototype(prototype, depth);
        }
        return type instanceof BtfType.Void ? null : new LocalType.Plain(type);
    }

    private LocalType.Prototype prototype(BtfType.FuncProto prototype, int depth) {
        List<String> names = new ArrayList<>();
        List<@Nullable LocalType> parameters = new ArrayList<>();
        for (BtfType.Param parameter : prototype.params()) {
            names.add(parameter.name());
            parameters.add(of(parameter.type(), true, depth + 1));
        }
        return new LocalType.Prototype(of(prototype.result(), true, depth + 1), names, parameters);
    }

    /** What a pointer of a struct refers to; relocations do not compare it. */
    private @Nullable LocalType forward(int id) {
        BtfType type = reference().type(id);
        if (type.name().isEmpty()) {
            return null;
        }
        if (type instanceof BtfType.Composite composite) {
            return new LocalType.Plain(new BtfType.Fwd(type.name(), composite instanceof BtfType.Union));
        }
        return type instanceof BtfType.Fwd ? new LocalType.Plain(type) : null;
    }

    /** The type that a marker says; null for {@code void}. */
    @Nullable
    LocalType said(FieldType type, boolean compared) {
        LocalType result = said(type.base(), compared);
        for (int i = type.bounds().size() - 1; i >= 0; i--) {
            if (result == null) {
                throw new MarkerException("void has no size and can't be an element");
            }
            result = new LocalType.Array(result, Math.max(1, type.bounds().get(i)));
        }
        return result;
    }

    private @Nullable LocalType said(FieldType.Base base, boolean compared) {
        if (base instanceof FieldType.Scalar scalar) {
            return Numbers.named(scalar.name());
        }
        if (base instanceof FieldType.Named name) {
            return said(name.name());
        }
        FieldType.Base target = ((FieldType.Pointer) base).target();
        if (target == null) {
            return new LocalType.Pointer(null);
        }
        boolean forward = !compared
                && target instanceof FieldType.Named name
                && !name.name().word().equals("enum");
        return new LocalType.Pointer(forward ? forward(((FieldType.Named) target).name()) : said(target, compared));
    }

    private static LocalType forward(Marker.TypeName name) {
        return new LocalType.Plain(new BtfType.Fwd(name.name(), name.word().equals("union")));
    }

    private LocalType said(Marker.TypeName name) {
        if (!name.word().equals("enum")) {
            return composite(name.name(), name.word().equals("union"));
        }
        List<Integer> found = reference().all(name);
        return found.isEmpty() ? enumeration(name.name(), Integer.BYTES, false) : root(found.get(0), name.name());
    }

    /**
     * A type with all that {@code bpf_core_types_match} compares: members with their names, true lengths and names of
     * numbers; structs behind pointers only by name.
     */
    @Nullable
    LocalType whole(int start) {
        int id = reference().strip(start);
        BtfType type = reference().type(id);
        if (type instanceof BtfType.Void) {
            return null;
        }
        LocalType known = whole.get(id);
        if (known != null) {
            return known;
        }
        if (type instanceof BtfType.Composite composite) {
            LocalType.Whole result = new LocalType.Whole(composite);
            whole.put(id, result);
            composite.members().forEach(member -> result.types.add(whole(member.type())));
            return result;
        }
        LocalType result = wholeReference(type);
        whole.put(id, result);
        return result;
    }

    private LocalType wholeReference(BtfType type) {
        if (type instanceof BtfType.Ptr pointer) {
            BtfType target = reference().type(reference().strip(pointer.type()));
            return new LocalType.Pointer(
                    target instanceof BtfType.Composite composite ? byName(composite) : whole(pointer.type()));
        }
        if (type instanceof BtfType.Array array) {
            LocalType element = whole(array.element());
            return element == null ? new LocalType.Plain(type) : new LocalType.Array(element, array.count());
        }
        if (type instanceof BtfType.FuncProto prototype) {
            List<String> names = new ArrayList<>();
            List<@Nullable LocalType> parameters = new ArrayList<>();
            for (BtfType.Param parameter : prototype.params()) {
                names.add(parameter.name());
                parameters.add(whole(parameter.type()));
            }
            return new LocalType.Prototype(whole(prototype.result()), names, parameters);
        }
        return new LocalType.Plain(type);
    }

    private static LocalType byName(BtfType.Composite composite) {
        boolean union = composite instanceof BtfType.Union;
        return composite.name().isEmpty()
                ? new LocalType.Composite("", union)
                : new LocalType.Plain(new BtfType.Fwd(composite.name(), union));
    }
}
