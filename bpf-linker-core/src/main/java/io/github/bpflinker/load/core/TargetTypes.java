package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The types in which CO-RE relocations, externs and attach targets are looked up: those of a kernel, of a module, or of
 * a BTF file. {@link ModelTypes} wraps a {@link Btf}; an implementation for a large kernel's BTF can decode types on
 * demand.
 *
 * <p>Ids are those of the BTF; for a module they continue those of the kernel, and {@link #type} also resolves the
 * kernel's. The BTF can be invalid, so callers must limit the number of references that they follow.
 *
 * <p>Implementations are thread-safe.
 */
public interface TargetTypes {

    /** The name used in messages: {@code vmlinux}, or the name of the module or file. */
    String name();

    /** The id of the first of its own types: 1, or for a module the number of the kernel's types. */
    int firstId();

    /** One more than the highest id. */
    int typeCount();

    /** The size of pointers in bytes, 4 or 8. */
    int pointerSize();

    /**
     * The type of an id; {@link BtfType.Void} for 0.
     *
     * @throws IndexOutOfBoundsException if there is no such type
     */
    BtfType type(int id);

    /**
     * The types of this BTF, without those of the base, whose name without flavour is {@code essentialName}; see {@link
     * io.github.bpflinker.btf.Flavours}.
     *
     * @param essentialName not empty, without a flavour
     * @return the ids in ascending order; must not be modified
     */
    int[] candidates(String essentialName);

    /** The first type of this BTF, without those of the base, with exactly that name and kind. */
    OptionalInt find(String name, BtfKind kind);

    /** The id that remains when typedefs, qualifiers and type tags are taken off. */
    default int strip(int id) {
        int stripped = id;
        for (int steps = 0; type(stripped) instanceof BtfType.Modifier modifier; steps++) {
            if (steps > typeCount()) {
                throw new CoreException("type " + id + " of " + name() + " refers to itself");
            }
            stripped = modifier.type();
        }
        return stripped;
    }

    /** The size in bytes; empty for types without a size, as in libbpf's {@code btf__resolve_size}. */
    OptionalLong sizeOf(int id);
}
