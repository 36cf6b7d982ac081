package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.MapShape;
import java.util.List;

/**
 * The intermediate results of binding, before programs are assembled.
 *
 * @param created for each map, whether it is created
 * @param externs for each extern, its resolution
 * @param code for each function, its instructions after CO-RE relocation
 * @param missingTargets for each function, the instructions whose CO-RE relocations have no target
 * @param configurationMap the index of the {@code .kconfig} map; -1 if there is none
 * @param arenaData the offset of variables in the arena, in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record BindingState(
        LoadPlan plan,
        Host host,
        boolean[] created,
        List<ResolvedExtern> externs,
        List<byte[]> code,
        List<List<Poison.MissingTarget>> missingTargets,
        int configurationMap,
        long arenaData) {

    boolean isCreated(int map) {
        return created[map];
    }

    /** The offset to add to those of variables in a map. */
    long arenaOffset(int map) {
        return plan.maps().get(map).shape().type() == MapShape.ARENA ? arenaData : 0;
    }
}
