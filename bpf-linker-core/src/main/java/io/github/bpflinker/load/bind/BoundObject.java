package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.List;

/**
 * An object as one kernel gets it. To load it, in this order: the BTF, the maps with their contents (all of {@link #maps}
 * in order, and the slots of maps of maps), the programs (struct of operations last of what {@code BPF_PROG_LOAD} makes),
 * the slots of program arrays, the descriptors in structs of operations.
 *
 * @param plan what was bound
 * @param btf what {@code BPF_BTF_LOAD} gets; empty if there is none, or the kernel takes none
 * @param maps one for each of the plan, in its order
 * @param programs those of the plan that are to be loaded
 * @param modules modules that something refers to
 * @param functionModules places in {@code modules}, in the order of {@code fd_array} from its second element on (the first
 *     stands for the kernel itself); empty if no function of a module is called
 */
public record BoundObject(
        LoadPlan plan,
        Bytes btf,
        List<BoundMap> maps,
        List<BoundProgram> programs,
        List<TargetTypes> modules,
        List<Integer> functionModules) {

    public BoundObject {
        maps = List.copyOf(maps);
        programs = List.copyOf(programs);
        modules = List.copyOf(modules);
        functionModules = List.copyOf(functionModules);
    }
}
