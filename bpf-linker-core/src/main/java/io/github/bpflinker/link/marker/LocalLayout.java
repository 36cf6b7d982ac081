package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays out local types: members one behind the other in the order of their names, aligned to their size. The order of
 * offsets must be that of the members, because LLVM sorts them by offset before it counts them.
 */
final class LocalLayout {

    private static final long POINTER = 8;

    private final List<@Nullable BtfType> types = new ArrayList<>();
    private final IdentityHashMap<LocalType, Integer> ids = new IdentityHashMap<>();
    private final Map<BtfType, Integer> plain = new HashMap<>();
    private int index;

    /** The id of a type, which is added if it is new; 0 for {@code void}. */
    int add(@Nullable LocalType type) {
        if (type == null) {
            return 0;
        }
        if (type instanceof LocalType.Plain leaf) {
            return plain.computeIfAbsent(leaf.type, this::append);
        }
        Integer known = ids.get(type);
        if (known != null) {
            return known;
        }
        types.add(null);
        int id = types.size();
        ids.put(type, id);
        types.set(id - 1, converted(type));
        return id;
    }

    private int append(BtfType type) {
        types.add(type);
        return types.size();
    }

    private BtfType converted(LocalType type) {
        if (type instanceof LocalType.Pointer pointer) {
            return new BtfType.Ptr(add(pointer.target));
        }
        if (type instanceof LocalType.Array array) {
            return new BtfType.Array(add(array.element), indexType(), array.count);
        }
        if (type instanceof LocalType.Typedef typedef) {
            return new BtfType.Typedef(typedef.name, add(typedef.target));
        }
        if (type instanceof LocalType.Enumeration values) {
            return enumeration(values);
        }
        if (type instanceof LocalType.Composite composite) {
            return composite(composite);
        }
        if (type instanceof LocalType.Whole whole) {
            return whole(whole);
        }
        LocalType.Prototype prototype = (LocalType.Prototype) type;
        List<BtfType.Param> parameters = new ArrayList<>();
        for (int i = 0; i < prototype.parameters.size(); i++) {
            parameters.add(new BtfType.Param(prototype.names.get(i), add(prototype.parameters.get(i))));
        }
        return new BtfType.FuncProto(add(prototype.result), parameters);
    }

    private int indexType() {
        if (index == 0) {
            index = append(new BtfType.Int("u32", Integer.BYTES, 0, 0, Integer.SIZE));
        }
        return index;
    }

    /** The values are no kernel's; a loader replaces them. */
    private static BtfType enumeration(LocalType.Enumeration values) {
        List<BtfType.Enumerator> enumerators = new ArrayList<>();
        for (String name : values.names) {
            enumerators.add(new BtfType.Enumerator(name, enumerators.size()));
        }
        return values.size == Long.BYTES
                ? new BtfType.Enum64(values.name, values.size, values.signed, enumerators)
                : new BtfType.Enum(values.name, values.size, values.signed, enumerators);
    }

    private BtfType composite(LocalType.Composite composite) {
        List<BtfType.Member> members = new ArrayList<>();
        long size = place(
                composite,
                (name, member, offset) ->
                        members.add(new BtfType.Member(name, add(member.type()), offset * Byte.SIZE, member.bits())));
        boolean bitFields = members.stream().anyMatch(member -> member.bitSize() > 0);
        return composite.union
                ? new BtfType.Union(composite.name, size, members, bitFields)
                : new BtfType.Struct(composite.name, size, members, bitFields);
    }

    private interface Placed {
        void at(String name, LocalType.Member member, long offset);
    }

    /** Places the members, and returns the size of the whole. */
    private static long place(LocalType.Composite composite, Placed placed) {
        long end = 0;
        long size = 0;
        for (Map.Entry<String, LocalType.Member> entry : composite.members.entrySet()) {
            LocalType.Member member = entry.getValue();
            long offset = composite.union ? 0 : aligned(end, alignment(member.type()));
            end = offset + size(member.type());
            size = Math.max(size, end);
            placed.at(entry.getKey(), member, offset);
        }
        // Not empty: members behind an empty struct would have its offset, and an index could not be told from 0.
        return Math.max(1, aligned(size, alignment(composite)));
    }

    private BtfType whole(LocalType.Whole whole) {
        List<BtfType.Member> members = new ArrayList<>();
        for (int i = 0; i < whole.types.size(); i++) {
            BtfType.Member member = whole.original.members().get(i);
            members.add(
                    new BtfType.Member(member.name(), add(whole.types.get(i)), member.bitOffset(), member.bitSize()));
        }
        BtfType.Composite original = whole.original;
        return original instanceof BtfType.Union
                ? new BtfType.Union(original.name(), original.size(), members, original.bitFields())
                : new BtfType.Struct(original.name(), original.size(), members, original.bitFields());
    }

    private static long aligned(long offset, long alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    private static long alignment(@Nullable LocalType type) {
        if (type instanceof LocalType.Array array) {
            return alignment(array.element);
        }
        if (type instanceof LocalType.Typedef typedef) {
            return alignment(typedef.target);
        }
        if (type instanceof LocalType.Composite composite) {
            return composite.members.values().stream()
                    .mapToLong(member -> alignment(member.type()))
                    .max()
                    .orElse(1);
        }
        return Math.min(POINTER, Math.max(1, Long.highestOneBit(size(type))));
    }

    private static long size(@Nullable LocalType type) {
        if (type instanceof LocalType.Array array) {
            return array.count * size(array.element);
        }
        if (type instanceof LocalType.Typedef typedef) {
            return size(typedef.target);
        }
        if (type instanceof LocalType.Enumeration values) {
            return values.size;
        }
        if (type instanceof LocalType.Composite composite) {
            return place(composite, (name, member, offset) -> {});
        }
        if (type instanceof LocalType.Whole whole) {
            return whole.original.size();
        }
        return type instanceof LocalType.Plain leaf ? size(leaf.type) : POINTER;
    }

    private static long size(BtfType type) {
        if (type instanceof BtfType.Int number) {
            return number.size();
        }
        return type instanceof BtfType.Float number ? number.size() : 1;
    }

    /** The access string of a path whose root was added. */
    String access(LocalAccess access) {
        StringBuilder text = new StringBuilder("0");
        LocalType type = access.root();
        for (LocalAccess.Step step : access.steps()) {
            if (type instanceof LocalType.Typedef typedef && typedef.target != null) {
                type = typedef.target;
            }
            if (type instanceof LocalType.Enumeration values) {
                return String.valueOf(values.names.headSet(step.name()).size());
            }
            if (step.name().isEmpty()) {
                text.append(':').append(step.index());
                type = ((LocalType.Array) type).element;
            } else {
                LocalType.Composite composite = Objects.requireNonNull(LocalAccess.composite(type));
                text.append(':').append(List.copyOf(composite.members.keySet()).indexOf(step.name()));
                type = Objects.requireNonNull(composite.members.get(step.name()))
                        .type();
            }
        }
        return text.toString();
    }

    /** The types added so far. */
    Btf types(String name, ByteOrder order) {
        List<BtfType> all = new ArrayList<>();
        for (BtfType type : types) {
            all.add(Objects.requireNonNull(type));
        }
        return Btf.of(name, order, all);
    }
}
