package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.List;

/**
 * Makes empty structs of integers without a bit, which is how LLVM writes Rust's {@code ()} and {@code !}: the kernel
 * refuses arrays of them ({@code btf_array_resolve}: {@code Invalid array of int}), and C has no word for them.
 */
final class EmptyTypes {

    private EmptyTypes() {}

    static ObjectBtf apply(ObjectBtf object) {
        return object.withTypes(
                object.btf().types().stream().map(EmptyTypes::named).toList());
    }

    private static BtfType named(BtfType type) {
        return type instanceof BtfType.Int number && number.bits() == 0
                ? new BtfType.Struct(KernelTypeNames.safe(number.name()), 0, List.of(), false)
                : type;
    }
}
