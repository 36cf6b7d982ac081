package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.RenumberedBtf;
import io.github.bpflinker.btf.dedup.BtfDedup;
import io.github.bpflinker.btf.dedup.BtfPruner;
import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts the BTF that LLVM generated to BTF that kernels and loaders accept. */
public final class BtfShaper {

    private BtfShaper() {}

    /**
     * Runs all steps in order.
     *
     * @param object the sections that LLVM generated
     * @param functions every function of the object's code
     * @param sectionSizes the size of each of the object's sections in bytes, by name
     * @param kernel the oldest kernel that must accept the result, if one is given
     */
    public static ObjectBtf shape(
            ObjectBtf object,
            List<ObjectFunction> functions,
            Map<String, Long> sectionSizes,
            Optional<KernelVersion> kernel) {
        ObjectBtf shaped = DeterministicTypeOrder.apply(object);
        shaped = TypeNamesForKernel.apply(shaped);
        shaped = EmptyTypes.apply(shaped);
        shaped = MemberOrder.apply(shaped);
        shaped = UnionMembers.apply(shaped);
        shaped = ParameterNames.apply(shaped);
        shaped = FunctionLinkage.apply(shaped, functions);
        shaped = MissingFunctions.apply(shaped, functions);
        shaped = DataSectionSizes.apply(shaped, sectionSizes);
        if (kernel.isPresent()) {
            shaped = KindsForKernel.apply(shaped, kernel.get());
        }
        return withoutRepetition(shaped);
    }

    /**
     * Describes functions that have no record yet, as far as their numbers of parameters tell. Kernels since 5.6 want a
     * record for each function, or none at all.
     *
     * @param functions every function of the object's code
     */
    public static ObjectBtf describeAll(ObjectBtf object, List<ObjectFunction> functions) {
        return MissingFunctions.apply(object, functions);
    }

    /** Deduplicates types and removes unreachable ones. */
    private static ObjectBtf withoutRepetition(ObjectBtf object) {
        ObjectBtf unique = renumbered(BtfDedup.dedup(object.btf()), object.ext());
        return renumbered(BtfPruner.prune(unique.btf(), unique.ext()), unique.ext());
    }

    private static ObjectBtf renumbered(RenumberedBtf types, BtfExt ext) {
        return new ObjectBtf(types.btf(), ext.remap(types.ids()));
    }
}
