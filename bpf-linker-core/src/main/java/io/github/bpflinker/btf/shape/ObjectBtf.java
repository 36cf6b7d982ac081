package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfType;
import java.util.List;

/**
 * The {@code .BTF} and {@code .BTF.ext} sections of an object.
 *
 * @param btf the types
 * @param ext the records about the code
 */
public record ObjectBtf(Btf btf, BtfExt ext) {

    /** Returns a copy with other types under the same ids. */
    ObjectBtf withTypes(List<BtfType> types) {
        return new ObjectBtf(Btf.of(btf.name(), btf.order(), types), ext);
    }
}
