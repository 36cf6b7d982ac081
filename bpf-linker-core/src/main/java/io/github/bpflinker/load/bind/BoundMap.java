package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.util.List;
import java.util.Optional;

/**
 * A map, bound to a kernel.
 *
 * @param plan the planned map
 * @param create whether it is created; if not, instructions that load it are {@link Poison}
 * @param shape the creation parameters, adapted to page size, processors and supported flags
 * @param keyType the id of its key's type in the bound BTF; 0 if the map type does not support BTF
 * @param valueType the id of its value's type, likewise
 * @param inner the template of the elements of a map of maps
 * @param contents of global data, the value to set before programs are loaded, in which {@code .kconfig} is filled in,
 *     empty if there is nothing to set; of an arena, its variables; of a struct of operations, the value in the
 *     kernel's layout, without programs
 * @param contentsOffset where in an arena its variables go, in bytes; else 0
 * @param operations of a struct of operations, where the descriptors of its programs go
 */
public record BoundMap(
        PlannedMap plan,
        boolean create,
        MapShape shape,
        int keyType,
        int valueType,
        Optional<MapShape> inner,
        Bytes contents,
        long contentsOffset,
        Optional<Operations> operations) {

    /**
     * The kernel type of a struct_ops map, and its programs.
     *
     * @param valueType {@code btf_vmlinux_value_type_id}: the id of {@code struct bpf_struct_ops_…}
     * @param module the index of the type's module in {@link BoundObject#modules()}; -1 for the kernel itself
     * @param programs the members for programs
     */
    public record Operations(int valueType, int module, List<ProgramSlot> programs) {
        public Operations {
            programs = List.copyOf(programs);
        }
    }

    /**
     * A member for the descriptor of a program, as a 64-bit number.
     *
     * @param offset in {@link BoundMap#contents()}, in bytes
     * @param program an index in the plan's programs
     */
    public record ProgramSlot(int offset, int program) {}
}
