package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The access path of a CO-RE relocation in the types of the program or of a target ({@code struct bpf_core_spec}).
 *
 * @param types the types of the ids
 * @param root the id of the root type
 * @param steps the first index, named members and array indexes, without anonymous structs. For an enumerator, the only
 *     step
 * @param bitOffset the offset of its target in bits, an unsigned 32-bit number
 */
record AccessSpec(TargetTypes types, int root, List<Step> steps, long bitOffset) {

    /** The maximum number of indexes, including those of anonymous structs ({@code BPF_CORE_SPEC_MAX_LEN}). */
    static final int MAX_LENGTH = 64;

    static final long U32 = 0xffff_ffffL;

    /**
     * A step of the path.
     *
     * @param type the id of the struct, union or enumeration, or for an index that of the element, without modifiers
     * @param index of the member, enumerator or element
     * @param name of the member or enumerator; empty for an index
     */
    record Step(int type, int index, String name) {
        boolean isNamed() {
            return !name.isEmpty();
        }
    }

    AccessSpec {
        steps = List.copyOf(steps);
    }

    static AccessSpec ofRoot(TargetTypes types, int root) {
        return new AccessSpec(types, root, List.of(), 0);
    }

    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** Parses an access string ({@code bpf_core_parse_spec}). */
    static AccessSpec parse(TargetTypes types, int root, String access, CoreRelocation.Kind kind) {
        if (!kind.isField() && !kind.isEnumerator()) {
            if (!access.equals("0")) {
                throw new CoreException("its access \"" + access + "\" is not 0, as it is for whole types");
            }
            return ofRoot(types, root);
        }
        int[] path = path(access);
        int id = types.strip(root);
        BtfType type = types.type(id);
        if (kind.isEnumerator()) {
            if (!(type instanceof BtfType.Enumeration values)
                    || path.length > 1
                    || path[0] >= values.enumerators().size()) {
                throw unfit(access);
            }
            String name = values.enumerators().get(path[0]).name();
            return new AccessSpec(types, root, List.of(new Step(id, path[0], name)), 0);
        }
        return fields(types, root, id, path, access);
    }

    private static AccessSpec fields(TargetTypes types, int root, int start, int[] path, String access) {
        List<Step> steps = new ArrayList<>(path.length);
        steps.add(new Step(start, path[0], ""));
        long bitOffset = path[0] * sizeOf(types, start) * Byte.SIZE;
        int id = start;
        for (int i = 1; i < path.length; i++) {
            id = types.strip(id);
            BtfType type = types.type(id);
            if (type instanceof BtfType.Composite composite
                    && path[i] < composite.members().size()) {
                BtfType.Member member = composite.members().get(path[i]);
                bitOffset += member.bitOffset();
                if (!member.name().isEmpty()) {
                    steps.add(new Step(id, path[i], member.name()));
                }
                id = member.type();
            } else if (type instanceof BtfType.Array array
                    && (path[i] < array.count() || isFlexible(types, steps.get(steps.size() - 1), array))) {
                id = types.strip(array.element());
                steps.add(new Step(id, path[i], ""));
                bitOffset += path[i] * sizeOf(types, id) * Byte.SIZE;
            } else {
                throw unfit(access);
            }
        }
        return new AccessSpec(types, root, steps, bitOffset & U32);
    }

    private static int[] path(String access) {
        String[] parts = access.split(":", -1);
        if (parts.length > MAX_LENGTH) {
            throw new CoreException("its access has " + parts.length + " steps, more than " + MAX_LENGTH);
        }
        int[] path = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 9 || !parts[i].chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new CoreException("its access \"" + access + "\" is no list of numbers");
            }
            path[i] = Integer.parseInt(parts[i]);
        }
        return path;
    }

    private static CoreException unfit(String access) {
        return new CoreException("its access \"" + access + "\" does not fit the type");
    }

    /** Whether an array is a flexible array member, the last member of its struct. */
    static boolean isFlexible(TargetTypes types, Step before, BtfType.Array array) {
        return before.isNamed()
                && array.count() == 0
                && types.type(before.type()) instanceof BtfType.Composite composite
                && before.index() == composite.members().size() - 1;
    }

    /** The size of a type in bytes, as in libbpf's {@code btf__resolve_size}. */
    static long sizeOf(TargetTypes types, int id) {
        OptionalLong size = types.sizeOf(id);
        if (size.isEmpty() || size.getAsLong() > U32) {
            BtfType type = types.type(id);
            throw new CoreException("type " + id + (type.name().isEmpty() ? "" : " \"" + type.name() + '"') + " of "
                    + types.name() + " has no size");
        }
        return size.getAsLong();
    }

    /** The kind of a type, with both kinds of enumerations treated as one. */
    static BtfKind kind(BtfType type) {
        return type.kind() == BtfKind.ENUM64 ? BtfKind.ENUM : type.kind();
    }
}
