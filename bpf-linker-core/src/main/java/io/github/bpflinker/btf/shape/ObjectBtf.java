package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfType;
import java.util.List;

/**
 * Both BTF sections of an object, which refer to each other.
 *
 * @param btf the types
 * @param ext what is said about the code
 */
public record ObjectBtf(Btf btf, BtfExt ext) {

    /** The same with other types, under the same ids. */
    ObjectBtf withTypes(List<BtfType> types) {
        return new ObjectBtf(Btf.of(btf.name(), btf.order(), types), ext);
    }
}
