package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.version.KernelVersion;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Replaces kinds of BTF that a kernel does not support with equivalent older ones, as libbpf does at load time. Sizes
 * and ids do not change.
 *
 * <p>Types that loaders read themselves are not replaced ({@link ReadByLoaders}); loaders replace these before they
 * pass them to the kernel. They are types of CO-RE relocations and {@code .ksyms}, which are compared with those of the
 * kernel, types of global data, sections that define maps, and declaration tags, of which libbpf reads {@code arg:ctx}
 * and {@code exception_callback:}.
 */
final class KindsForKernel {

    /** Versions as in the kernel's {@code include/uapi/linux/btf.h} history. */
    private static final KernelVersion DATA_SECTIONS = new KernelVersion(5, 2);

    private static final KernelVersion GLOBAL_FUNCTIONS = new KernelVersion(5, 6);
    private static final KernelVersion FLOAT = new KernelVersion(5, 13);
    private static final KernelVersion TYPE_TAG = new KernelVersion(5, 17);
    private static final KernelVersion ENUM64 = new KernelVersion(6, 0);

    private KindsForKernel() {}

    static ObjectBtf apply(ObjectBtf object, KernelVersion kernel) {
        BitSet read = ReadByLoaders.in(object);
        BitSet withoutSection = variablesOfLoweredSections(object, kernel);
        List<BtfType> types = new ArrayList<>(object.btf().types());
        int first = object.btf().firstId();
        for (int i = 0; i < types.size(); i++) {
            if (withoutSection.get(first + i)) {
                types.set(i, new BtfType.Ptr(0));
            } else if (!read.get(first + i)) {
                types.set(i, lowered(types.get(i), kernel));
            }
        }
        return object.withTypes(types);
    }

    /** The variables of replaced DATASECs, which no section would contain. */
    private static BitSet variablesOfLoweredSections(ObjectBtf object, KernelVersion kernel) {
        BitSet variables = new BitSet();
        for (BtfType type : object.btf().types()) {
            if (type instanceof BtfType.Datasec section && lowered(section, kernel) != section) {
                section.vars().forEach(variable -> variables.set(variable.type()));
            }
        }
        return variables;
    }

    private static BtfType lowered(BtfType type, KernelVersion kernel) {
        if (type instanceof BtfType.Float number && !kernel.isAtLeast(FLOAT)) {
            return new BtfType.Struct(TypeNamesForKernel.safe(number.name()), number.size(), List.of(), false);
        }
        if (type instanceof BtfType.Enum64 values && !kernel.isAtLeast(ENUM64)) {
            return new BtfType.Union(values.name(), values.size(), List.of(), false);
        }
        if (type instanceof BtfType.TypeTag tag && !kernel.isAtLeast(TYPE_TAG)) {
            return new BtfType.Const(tag.type());
        }
        if (type instanceof BtfType.Func function
                && function.linkage() == BtfLinkage.GLOBAL
                && !kernel.isAtLeast(GLOBAL_FUNCTIONS)) {
            return new BtfType.Func(function.name(), function.type(), BtfLinkage.STATIC);
        }
        if (type instanceof BtfType.Datasec section
                && !kernel.isAtLeast(DATA_SECTIONS)
                && !ReadByLoaders.contain(section)) {
            return new BtfType.Struct(TypeNamesForKernel.safe(section.name()), section.size(), List.of(), false);
        }
        return type;
    }
}
