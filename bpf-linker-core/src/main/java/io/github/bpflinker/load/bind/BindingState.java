package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.MapShape;
import java.util.List;

/**
 * What is known about a plan on a kernel before its programs are put together.
 *
 * @param created for each map, whether it is created
 * @param externs for each extern, what it turned out to be
 * @param code for each function its instructions, CO-RE applied
 * @param missingTargets for each function, instructions that CO-RE found no target for
 * @param configurationMap the place of the map of {@code .kconfig}; -1 if there is none
 * @param arenaData where in an arena its variables go, in bytes
 */
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

    /** What is added to offsets of variables in a map. */
    long arenaOffset(int map) {
        return plan.maps().get(map).shape().type() == MapShape.ARENA ? arenaData : 0;
    }
}
