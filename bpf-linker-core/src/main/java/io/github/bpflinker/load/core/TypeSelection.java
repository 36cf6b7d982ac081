package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects the types of a kernel that relocations need, as {@code bpftool gen min_core_btf} does. A relocation has the
 * same result, or fails, against {@link #selected()} as against all types of the kernel. An exception is {@link CoreRelocation.Kind#TYPE_ID_TARGET}, because the selected types have ids of their own.
 *
 * <p>Of structs only the members on the path of a relocation are kept, of enumerations only the values. Pointers refer to
 * {@code void} unless what they refer to is selected, so that paths through pointers stay whole. Not thread-safe.
 */
public final class TypeSelection {

    private static final int DEPTH = 64;

    private final Btf kernel;
    private final TargetTypes types;
    private final BitSet kept = new BitSet();
    /** Whether the pointers among {@link #kept} keep what they refer to. */
    private final BitSet followed = new BitSet();
    /** The members of structs and values of enumerations that are kept. */
    private final Map<Integer, BitSet> parts = new HashMap<>();

    public TypeSelection(Btf kernel) {
        this.kernel = kernel;
        this.types = new ModelTypes(kernel.name(), kernel);
    }

    /**
     * A relocator against this kernel, whose relocations select types.
     *
     * @param local the types of the object
     * @param order the byte order of the machine that runs the program
     */
    public CoreRelocator relocator(TargetTypes local, ByteOrder order) {
        return new CoreRelocator(local, types, List::of, order, this::select);
    }

    private void select(AccessSpec target, CoreRelocation.Kind kind) {
        if (kind.isField()) {
            fields(target);
        } else if (kind.isEnumerator()) {
            keep(target.root());
            part(target.last().type(), target.last().index());
        } else if (kind == CoreRelocation.Kind.TYPE_MATCHES) {
            whole(target.root(), false, DEPTH);
        } else {
            compared(target.root(), DEPTH);
        }
    }

    private void fields(AccessSpec target) {
        keep(target.root());
        int id = kernel.strip(target.root());
        for (AccessSpec.Step step : target.steps().subList(1, target.steps().size())) {
            if (step.isNamed()) {
                path(id, step);
                id = ((BtfType.Composite) kernel.type(step.type()))
                        .members()
                        .get(step.index())
                        .type();
                keep(id);
                id = kernel.strip(id);
            } else {
                id = kernel.strip(((BtfType.Array) kernel.type(id)).element());
            }
        }
    }

    /** Keeps the members on the way from a struct to a member of it or of an anonymous struct inside. */
    private boolean path(int start, AccessSpec.Step step) {
        int id = kernel.strip(start);
        if (id == step.type()) {
            part(id, step.index());
            return true;
        }
        if (kernel.type(id) instanceof BtfType.Composite composite) {
            for (int i = 0; i < composite.members().size(); i++) {
                BtfType.Member member = composite.members().get(i);
                if (member.name().isEmpty() && path(member.type(), step)) {
                    part(id, i);
                    keep(member.type());
                    return true;
                }
            }
        }
        return false;
    }

    private void part(int id, int index) {
        parts.computeIfAbsent(id, i -> new BitSet()).set(index);
    }

    /** Keeps a type as that of a field: its kind, name and size. */
    private void keep(int start) {
        int id = start;
        while (id != 0) {
            kept.set(id);
            BtfType type = kernel.type(id);
            if (type instanceof BtfType.Array array) {
                keep(array.index());
                id = array.element();
            } else {
                id = type instanceof BtfType.Modifier modifier ? modifier.type() : 0;
            }
        }
    }

    /** Keeps a type and what is compared with it behind pointers and in prototypes. */
    private void compared(int id, int level) {
        if (id == 0 || level == 0) {
            return;
        }
        kept.set(id);
        followed.set(id);
        if (!(kernel.type(id) instanceof BtfType.Composite)) {
            kernel.type(id).forEachReference(reference -> compared(reference, level - 1));
        }
    }

    /** Keeps a type with all members and values, except those of structs behind pointers. */
    private void whole(int id, boolean behindPointer, int level) {
        if (id == 0 || level == 0) {
            return;
        }
        kept.set(id);
        followed.set(id);
        BtfType type = kernel.type(id);
        if (type instanceof BtfType.Enumeration values) {
            parts.computeIfAbsent(id, i -> new BitSet())
                    .set(0, values.enumerators().size());
        } else if (!(type instanceof BtfType.Composite composite)) {
            boolean pointer = behindPointer || type instanceof BtfType.Ptr;
            type.forEachReference(reference -> whole(reference, pointer, level - 1));
        } else if (!behindPointer) {
            parts.computeIfAbsent(id, i -> new BitSet())
                    .set(0, composite.members().size());
            type.forEachReference(reference -> whole(reference, false, level - 1));
        }
    }

    /** The selected types, in the order of the kernel. */
    public Btf selected() {
        int[] ids = new int[kernel.typeCount()];
        int next = 1;
        for (int id = kept.nextSetBit(1); id >= 0; id = kept.nextSetBit(id + 1)) {
            ids[id] = next++;
        }
        List<BtfType> selected = new ArrayList<>(next);
        for (int id = kept.nextSetBit(1); id >= 0; id = kept.nextSetBit(id + 1)) {
            BtfType type = kernel.type(id);
            boolean dangling = type instanceof BtfType.Ptr && !followed.get(id);
            selected.add(
                    dangling
                            ? type.withReferences(target -> ids[kernel.strip(target)])
                            : reduced(id, type).withReferences(i -> ids[i]));
        }
        return Btf.of(kernel.name(), kernel.order(), selected);
    }

    private BtfType reduced(int id, BtfType type) {
        BitSet part = parts.getOrDefault(id, new BitSet());
        if (type instanceof BtfType.Struct struct) {
            return new BtfType.Struct(struct.name(), struct.size(), only(struct.members(), part), struct.bitFields());
        }
        if (type instanceof BtfType.Union union) {
            return new BtfType.Union(union.name(), union.size(), only(union.members(), part), union.bitFields());
        }
        if (type instanceof BtfType.Enum values) {
            return new BtfType.Enum(values.name(), values.size(), values.signed(), only(values.enumerators(), part));
        }
        if (type instanceof BtfType.Enum64 values) {
            return new BtfType.Enum64(values.name(), values.size(), values.signed(), only(values.enumerators(), part));
        }
        return type;
    }

    private static <T> List<T> only(List<T> all, BitSet part) {
        return part.stream().mapToObj(all::get).toList();
    }
}
