package io.github.bpflinker.btf.shape;

import java.util.List;

/** Makes the BTF of an object what kernels and loaders accept, whatever compiler it comes from. */
public final class BtfShaper {

    private BtfShaper() {}

    /**
     * Runs all steps.
     *
     * @param object what LLVM wrote
     * @param functions every function of the object's code
     */
    public static ObjectBtf shape(ObjectBtf object, List<ObjectFunction> functions) {
        ObjectBtf shaped = CNames.apply(object);
        shaped = MemberOrder.apply(shaped);
        shaped = FunctionLinkage.apply(shaped, functions);
        shaped = MissingFunctions.apply(shaped, functions);
        return shaped;
    }
}
