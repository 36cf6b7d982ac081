package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import java.util.List;

/**
 * An object, bound to a kernel. It is loaded in this order: the BTF, the maps with their contents (all of {@link #maps}
 * in order, and the slots of maps of maps), the programs (struct of operations last of what {@code BPF_PROG_LOAD}
 * makes), the slots of program arrays, the descriptors in structs of operations.
 *
 * @param plan the plan that was bound
 * @param btf the BTF for {@code BPF_BTF_LOAD}; empty if there is none or the kernel does not support it
 * @param maps one for each map of the plan, in order
 * @param programs the programs to load
 * @param modules the referenced modules
 * @param functionModules indexes in {@code modules}, in the order of {@code fd_array} from its second element on (the
 *     first is the kernel itself); empty if no function of a module is called
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
