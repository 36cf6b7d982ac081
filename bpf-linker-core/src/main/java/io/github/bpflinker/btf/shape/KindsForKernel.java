package io.github.bpflinker.btf.shape;

import io.github.bpflinker.KernelVersion;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Linkage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lowers kinds of BTF that a kernel does not know to ones that it does, as libbpf does when it loads: sizes and ids stay.
 * What libbpf itself reads before it lowers stays too, such as the DATASEC that defines the maps.
 */
final class KindsForKernel {

    /** Versions as in the kernel's {@code include/uapi/linux/btf.h} history. */
    private static final KernelVersion DATA_SECTIONS = new KernelVersion(5, 2);

    private static final KernelVersion GLOBAL_FUNCTIONS = new KernelVersion(5, 6);
    private static final KernelVersion FLOAT = new KernelVersion(5, 13);
    private static final KernelVersion DECL_TAG = new KernelVersion(5, 16);
    private static final KernelVersion TYPE_TAG = new KernelVersion(5, 17);
    private static final KernelVersion ENUM64 = new KernelVersion(6, 0);

    private KindsForKernel() {}

    static ObjectBtf apply(ObjectBtf object, KernelVersion kernel) {
        Set<BtfType> withoutSection = variablesOfLoweredSections(object, kernel);
        return object.withTypes(object.btf().types().stream()
                .map(type -> withoutSection.contains(type) ? new BtfType.Ptr(0) : lowered(type, kernel))
                .toList());
    }

    /** They would say what no section holds. */
    private static Set<BtfType> variablesOfLoweredSections(ObjectBtf object, KernelVersion kernel) {
        Set<BtfType> variables = new HashSet<>();
        for (BtfType type : object.btf().types()) {
            if (type instanceof BtfType.Datasec section && lowered(section, kernel) != section) {
                section.vars().forEach(variable -> variables.add(object.btf().type(variable.type())));
            }
        }
        return variables;
    }

    private static BtfType lowered(BtfType type, KernelVersion kernel) {
        if (type instanceof BtfType.Float number && !kernel.isAtLeast(FLOAT)) {
            return new BtfType.Struct(CNames.safe(number.name()), number.size(), List.of(), false);
        }
        if (type instanceof BtfType.Enum64 values && !kernel.isAtLeast(ENUM64)) {
            return new BtfType.Union(values.name(), values.size(), List.of(), false);
        }
        if (type instanceof BtfType.TypeTag tag && !kernel.isAtLeast(TYPE_TAG)) {
            return new BtfType.Const(tag.type());
        }
        if (type instanceof BtfType.DeclTag && !kernel.isAtLeast(DECL_TAG)) {
            return new BtfType.Int("decl_tag", 1, 0, 0, 8);
        }
        if (type instanceof BtfType.Func function && !kernel.isAtLeast(GLOBAL_FUNCTIONS)) {
            return new BtfType.Func(function.name(), function.type(), Linkage.STATIC);
        }
        if (type instanceof BtfType.Datasec section && !kernel.isAtLeast(DATA_SECTIONS) && !isReadByLoader(section)) {
            return new BtfType.Struct(CNames.safe(section.name()), section.size(), List.of(), false);
        }
        return type;
    }

    private static boolean isReadByLoader(BtfType.Datasec section) {
        return section.name().startsWith(".");
    }
}
