package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.elf.OptionalSection;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * Finds the types that loaders and code generators read, and all types that these reference. libbpf compares the kinds
 * of types with those of the kernel ({@code bpf_core_types_are_compat}, {@code bpf_core_fields_are_compat}, {@code
 * init_kern_struct_ops}), and {@code bpftool gen skeleton} writes C declarations for the types of global data.
 */
final class ReadByLoaders {

    /** The map section; of key and value types loaders need only the size and the id. */
    private static final String MAPS = ".maps";

    private final Btf btf;
    private final BitSet found = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();

    private ReadByLoaders(Btf btf) {
        this.btf = btf;
    }

    /** The ids of the types of CO-RE relocations, of symbols that the kernel defines, and of global data. */
    static BitSet in(ObjectBtf object) {
        ReadByLoaders types = new ReadByLoaders(object.btf());
        for (BtfExt.Section<CoreRelocation> section : object.ext().relocations()) {
            section.entries().forEach(relocation -> types.add(relocation.type()));
        }
        for (int id = object.btf().firstId(); id < object.btf().typeCount(); id++) {
            BtfType type = object.btf().type(id);
            if (type instanceof BtfType.Func function && function.linkage() == BtfLinkage.EXTERN) {
                types.add(id);
            } else if (type instanceof BtfType.Datasec section
                    && contain(section)
                    && !section.name().equals(MAPS)) {
                section.vars().forEach(variable -> types.add(variable.type()));
            }
        }
        return types.withAllThatTheyReferTo();
    }

    /** Whether loaders read a section: maps, global data and symbols that the kernel defines. */
    static boolean contain(BtfType.Datasec section) {
        return section.name().startsWith(".") || OptionalSection.is(section.name());
    }

    private void add(int id) {
        if (id >= btf.firstId() && !found.get(id)) {
            found.set(id);
            open.push(id);
        }
    }

    private BitSet withAllThatTheyReferTo() {
        while (!open.isEmpty()) {
            btf.type(open.pop()).forEachReference(this::add);
        }
        return found;
    }
}
