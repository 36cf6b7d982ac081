package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Follows the paths of markers through the types of a kernel and adds the fields on them to the local types. */
final class FieldPaths {

    private static final int UNKNOWN = -1;

    private final LocalTypes types;
    private final ReferenceTypes reference;

    FieldPaths(LocalTypes types) {
        this.types = types;
        this.reference = types.reference();
    }

    /**
     * A place on a path.
     *
     * @param type the local type
     * @param id the type in the kernel, without modifiers; {@link #UNKNOWN} if only the marker says it
     */
    private record Place(@Nullable LocalType type, int id) {}

    /** Follows a path from its last pointer, or from the root if it has none, to the field. */
    LocalAccess follow(Marker.Field marker) {
        List<Marker.PathElement> path = marker.path();
        Place place = root(marker.root(), path.get(0));
        LocalType root = Objects.requireNonNull(place.type());
        List<LocalAccess.Step> steps = new ArrayList<>();
        String before = "";
        for (Marker.PathElement element : path) {
            if (element.throughPointer()) {
                place = target(place, before);
                root = Objects.requireNonNull(place.type());
                steps.clear();
            }
            place = field(place, before, element, steps);
            before = element.field();
        }
        if (marker.kind() == CoreRelocation.Kind.FIELD_BYTE_OFFSET) {
            // A loader compares the size of what is loaded. An array, as long here as its greatest index, would not
            // fit.
            while (place.type() instanceof LocalType.Array array) {
                steps.add(LocalAccess.Step.of(0));
                place = new Place(array.element, UNKNOWN);
            }
        }
        return new LocalAccess(root, steps);
    }

    private Place root(Marker.TypeName name, Marker.PathElement first) {
        List<Integer> found = first.type() == null ? reference.require(name) : reference.all(name);
        if (found.isEmpty()) {
            if (first.type() == null) {
                throw new MarkerException("only the marker knows '" + name + "', so its field needs a type, as in "
                        + first.field() + ":u64");
            }
            return new Place(types.composite(name.name(), name.word().equals("union")), UNKNOWN);
        }
        // Kernels have different structs of one name; the one with the field is meant.
        int id = found.stream()
                .filter(each ->
                        reference.member(reference.strip(each), first.field()).isPresent())
                .findFirst()
                .orElse(found.get(0));
        return new Place(types.root(id, name.name()), reference.strip(id));
    }

    private Place target(Place pointer, String field) {
        if (!(pointer.type() instanceof LocalType.Pointer local)) {
            throw new MarkerException("'" + field + "' is no pointer, so '.' follows it and not '->'");
        }
        if (pointer.id() != UNKNOWN && reference.type(pointer.id()) instanceof BtfType.Ptr known) {
            return targetOf(known.type(), field);
        }
        if (local.target instanceof LocalType.Plain plain && plain.type instanceof BtfType.Fwd forward) {
            return named(forward);
        }
        throw opaque(field);
    }

    private Place targetOf(int start, String field) {
        String typedef = "";
        int id = start;
        while (reference.type(id) instanceof BtfType.Modifier modifier) {
            typedef = modifier instanceof BtfType.Typedef ? modifier.name() : typedef;
            id = modifier.type();
        }
        BtfType type = reference.type(id);
        if (type instanceof BtfType.Composite composite) {
            if (!composite.name().isEmpty()) {
                return new Place(types.composite(composite.name(), composite instanceof BtfType.Union), id);
            }
            if (!typedef.isEmpty()) {
                return new Place(types.typedef(typedef, id), id);
            }
        }
        if (type instanceof BtfType.Fwd forward) {
            return named(forward);
        }
        throw opaque(field);
    }

    private Place named(BtfType.Fwd forward) {
        Marker.TypeName name = new Marker.TypeName(forward.union() ? "union" : "struct", forward.name());
        List<Integer> found = reference.all(name);
        return new Place(types.composite(forward.name(), forward.union()), found.isEmpty() ? UNKNOWN : found.get(0));
    }

    private static MarkerException opaque(String field) {
        return new MarkerException("'" + field + "' does not point to a struct or union with a name");
    }

    private Place field(Place holder, String before, Marker.PathElement element, List<LocalAccess.Step> steps) {
        LocalType.Composite composite = LocalAccess.composite(holder.type());
        if (composite == null) {
            throw new MarkerException(
                    holder.type() instanceof LocalType.Pointer
                            ? "'" + before + "' is a pointer, so '->' follows it and not '.'"
                            : (before.isEmpty() ? "it" : "'" + before + "'") + " is no struct or union");
        }
        String name = element.field();
        FieldType said = element.type();
        int id = UNKNOWN;
        LocalType.Member member;
        if (said != null) {
            LocalType type = elements(element, said);
            member = said.bits() == 0 ? new LocalType.Member(type, 0) : Numbers.bitField(type);
            id = idOf(said);
        } else {
            int known = known(holder, composite, element);
            BtfType.Member found = reference
                    .member(known, element.field())
                    .orElseThrow(() -> reference.unknownField(known, element.field()));
            name = found.name();
            id = reference.strip(found.type());
            LocalType type = types.of(found.type(), false);
            if (type == null) {
                throw new MarkerException("'" + name + "' has no size");
            }
            member = found.bitSize() == 0 ? new LocalType.Member(type, 0) : Numbers.bitField(type);
        }
        steps.add(LocalAccess.Step.of(name));
        LocalType.Member present = composite.members.putIfAbsent(name, member);
        if (present != null && !LocalAccess.alike(present, member)) {
            throw new MarkerException("another marker says another type for '" + name
                    + "' of this struct; give one of the structs a flavour, as in NAME___old");
        }
        Place place = new Place((present == null ? member : present).type(), id);
        if (present != null && said != null) {
            LocalAccess.lengthen(present.type(), member.type());
        }
        for (int index : element.indexes()) {
            place = element(place, name, index);
            steps.add(LocalAccess.Step.of(index));
        }
        return place;
    }

    private static int known(Place holder, LocalType.Composite composite, Marker.PathElement element) {
        if (holder.id() == UNKNOWN) {
            throw new MarkerException("the types of the kernel lack " + (composite.union ? "union " : "struct ")
                    + composite.name + ", so '" + element.field() + "' needs a type, as in " + element.field()
                    + ":u64");
        }
        return holder.id();
    }

    /** The type that a marker says for a field, as array if it has indexes. */
    private LocalType elements(Marker.PathElement element, FieldType said) {
        LocalType type = types.said(said, false);
        if (type == null) {
            throw new MarkerException("'" + element.field() + "' can't be void");
        }
        for (int i = element.indexes().size() - 1; i >= 0; i--) {
            type = new LocalType.Array(type, element.indexes().get(i) + 1L);
        }
        return type;
    }

    /** The id of the struct in the kernel that a marker says for a field. */
    private int idOf(FieldType said) {
        OptionalInt id = said.base() instanceof FieldType.Named name
                ? reference.all(name.name()).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst()
                : OptionalInt.empty();
        return id.orElse(UNKNOWN);
    }

    private Place element(Place array, String name, int index) {
        if (!(array.type() instanceof LocalType.Array local)) {
            throw new MarkerException("'" + name + "' is no array and has no index");
        }
        local.count = Math.max(local.count, index + 1L);
        int id = array.id();
        if (id != UNKNOWN && reference.type(id) instanceof BtfType.Array known) {
            if (known.count() > 0 && index >= known.count()) {
                throw new MarkerException("index " + index + " of '" + name + "' is beyond its " + known.count()
                        + " elements in " + reference.name());
            }
            id = reference.strip(known.element());
        }
        return new Place(local.element, id);
    }
}
