package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;

/**
 * What loaders read of an object's BTF before the kernel gets it, with all that it refers to. Whoever compares types with
 * those of the kernel compares their kinds ({@code bpf_core_types_are_compat}, {@code bpf_core_fields_are_compat} and
 * {@code init_kern_struct_ops} of libbpf); whoever makes code for global data, such as {@code bpftool gen skeleton},
 * writes them down.
 */
final class ReadByLoaders {

    /** Of what maps hold, loaders want no more than the size and the id. */
    private static final String MAPS = ".maps";

    private final Btf btf;
    private final BitSet found = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();

    private ReadByLoaders(Btf btf) {
        this.btf = btf;
    }

    /** The ids of the types: those of CO-RE relocations, of what the kernel defines, and of global data. */
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

    /** Whether loaders look into a section: maps, global data, what the kernel defines. */
    static boolean contain(BtfType.Datasec section) {
        return section.name().startsWith(".") || section.name().startsWith("?");
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
