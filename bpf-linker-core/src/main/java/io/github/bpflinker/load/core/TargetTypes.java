package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Types that a CO-RE relocation, an extern or an attach point is looked up in: those of a kernel, of one of its modules,
 * or of a BTF file. {@link ModelTypes} is the one over a whole {@link Btf}; an index over the bytes of a large kernel's BTF
 * decodes only what is asked for.
 *
 * <p>Ids are those of the BTF; for a module they go on where the kernel's end, and {@link #type} resolves the kernel's
 * too. What the BTF says need not be sound: callers follow references for a limited number of steps.
 *
 * <p>Implementations are thread-safe.
 */
public interface TargetTypes {

    /** What messages call it: {@code vmlinux}, the module's name, or the file's. */
    String name();

    /** The id of the first of its own types: 1, or for a module the number of the kernel's types. */
    int firstId();

    /** One more than the highest id. */
    int typeCount();

    /** In bytes, 4 or 8. */
    int pointerSize();

    /**
     * The type of an id; {@link BtfType.Void} for 0.
     *
     * @throws IndexOutOfBoundsException if there is no such type
     */
    BtfType type(int id);

    /**
     * Its own types whose name, without a flavour, is that one; see {@link Flavours}. Anonymous types have no name that
     * can be asked for.
     *
     * @param essentialName not empty, without a flavour
     * @return ids, ascending; not to be changed
     */
    int[] candidates(String essentialName);

    /** The first of its own types of exactly that name and kind. */
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

    /** In bytes; empty for what has no size, as libbpf's {@code btf__resolve_size} has it. */
    OptionalLong sizeOf(int id);
}
