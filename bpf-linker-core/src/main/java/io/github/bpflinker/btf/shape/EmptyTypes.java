package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.List;

/**
 * Replaces integers of 0 bits, LLVM's encoding of Rust's {@code ()} and {@code !}, with empty structs. The kernel
 * rejects arrays of such integers ({@code btf_array_resolve}: {@code Invalid array of int}), and C has no equivalent.
 */
final class EmptyTypes {

    private EmptyTypes() {}

    static ObjectBtf apply(ObjectBtf object) {
        return object.withTypes(
                object.btf().types().stream().map(EmptyTypes::named).toList());
    }

    private static BtfType named(BtfType type) {
        return type instanceof BtfType.Int number && number.bits() == 0
                ? new BtfType.Struct(TypeNamesForKernel.safe(number.name()), 0, List.of(), false)
                : type;
    }
}
