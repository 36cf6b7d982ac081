package io.github.bpflinker.load.plan;

import java.util.List;
import java.util.Optional;

/**
 * A map that the object asks for.
 *
 * @param name as people know it: its symbol, or for global data the name of the section
 * @param kernelName as libbpf tells the kernel, at most 15 bytes of it are used; for global data made of object and section
 * @param kind where its definition comes from
 * @param shape what it is created with
 * @param keyType the id of its key's type in {@link PlannedBtf#types()}; 0 if there is none
 * @param valueType the id of its value's type; for global data that of the section
 * @param inner of a map of maps, what its elements look like; for the creation of the outer map only
 * @param slots elements that the definition sets
 * @param pinnedByName whether it is pinned under its name, and taken from there if it is pinned already
 * @param contents of global data and arenas, the value that it starts with; empty for {@link Kind#BSS}, whose zeros the
 *     kernel puts there itself; of a struct of operations, the value in the layout of the object's own type; else empty
 * @param create whether it is created unless the caller asks otherwise: not if its section starts with {@code ?}
 * @param structOps of a struct of operations, which programs it has
 */
public record PlannedMap(
        String name,
        String kernelName,
        Kind kind,
        MapShape shape,
        int keyType,
        int valueType,
        Optional<PlannedMap> inner,
        List<MapSlot> slots,
        boolean pinnedByName,
        Bytes contents,
        boolean create,
        Optional<StructOps> structOps) {

    /** Where the definition of a map comes from. */
    public enum Kind {
        /** A variable in {@code .maps}. */
        DEFINED,
        /** A {@code struct bpf_map_def} in {@code maps}, which libbpf has not read since 1.0. */
        LEGACY,
        /** {@code .data} and {@code .data.*}. */
        DATA,
        /** {@code .bss} and {@code .bss.*}. */
        BSS,
        /** {@code .rodata} and {@code .rodata.*}: frozen after its contents are set. */
        RODATA,
        /** {@code .percpu} and {@code .percpu.*}: one copy for each processor. */
        PERCPU,
        /** {@code .kconfig}: values out of the configuration of the kernel; frozen after its contents are set. */
        KCONFIG,
        /** {@code .struct_ops} and {@code .struct_ops.link}. */
        STRUCT_OPS;

        /** Whether a loader makes it up of variables, and sets its single value before programs are loaded. */
        public boolean isGlobalData() {
            return this == DATA || this == BSS || this == RODATA || this == PERCPU || this == KCONFIG;
        }

        /** Whether nobody writes to it after it is set up ({@code BPF_MAP_FREEZE}). */
        public boolean isFrozen() {
            return this == RODATA || this == KCONFIG;
        }
    }

    public PlannedMap {
        slots = List.copyOf(slots);
    }

    public PlannedMap withShape(MapShape changed) {
        return new PlannedMap(
                name,
                kernelName,
                kind,
                changed,
                keyType,
                valueType,
                inner,
                slots,
                pinnedByName,
                contents,
                create,
                structOps);
    }

    public PlannedMap withContents(Bytes changed) {
        return new PlannedMap(
                name,
                kernelName,
                kind,
                shape,
                keyType,
                valueType,
                inner,
                slots,
                pinnedByName,
                changed,
                create,
                structOps);
    }

    public PlannedMap withCreate(boolean changed) {
        return new PlannedMap(
                name,
                kernelName,
                kind,
                shape,
                keyType,
                valueType,
                inner,
                slots,
                pinnedByName,
                contents,
                changed,
                structOps);
    }

    public PlannedMap withPinnedByName(boolean changed) {
        return new PlannedMap(
                name, kernelName, kind, shape, keyType, valueType, inner, slots, changed, contents, create, structOps);
    }

    PlannedMap withStructOps(StructOps changed) {
        return new PlannedMap(
                name,
                kernelName,
                kind,
                shape,
                keyType,
                valueType,
                inner,
                slots,
                pinnedByName,
                contents,
                create,
                Optional.of(changed));
    }

    PlannedMap withSlots(List<MapSlot> changed) {
        return new PlannedMap(
                name,
                kernelName,
                kind,
                shape,
                keyType,
                valueType,
                inner,
                changed,
                pinnedByName,
                contents,
                create,
                structOps);
    }
}
