package io.github.bpflinker.load.plan;

import java.util.List;
import java.util.Optional;

/**
 * A map of the object.
 *
 * @param name its symbol or, for global data, the name of the section
 * @param kernelName the name in the kernel, as in libbpf, of which at most 15 bytes are used; for global data composed
 *     of object and section
 * @param kind the kind of its definition
 * @param shape its creation parameters
 * @param keyType the id of its key's type in {@link PlannedBtf#types()}; 0 if there is none
 * @param valueType the id of its value's type; for global data the type of the section
 * @param inner the template of the elements of a map of maps; used only to create the outer map
 * @param slots the initial elements in the definition
 * @param pinnedByName whether it is pinned by name, and reused if it is already pinned
 * @param contents of global data and arenas, the value that it starts with; empty for {@link Kind#BSS}, whose zeros the
 *     kernel puts there itself; of a struct of operations, the value in the layout of the object's own type; else empty
 * @param create whether it is created by default: not if its section starts with {@code ?}
 * @param structOps the programs of a struct_ops map
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

    /** The kinds of map definitions. */
    public enum Kind {
        /** A variable in {@code .maps}. */
        DEFINED,
        /** A {@code struct bpf_map_def} in {@code maps}, which libbpf does not support since 1.0. */
        LEGACY,
        /** {@code .data} and {@code .data.*}. */
        DATA,
        /** {@code .bss} and {@code .bss.*}. */
        BSS,
        /** {@code .rodata} and {@code .rodata.*}: frozen after its contents are set. */
        RODATA,
        /** {@code .percpu} and {@code .percpu.*}: one copy for each processor. */
        PERCPU,
        /** {@code .kconfig}: values of the kernel's configuration; frozen after its contents are set. */
        KCONFIG,
        /** {@code .struct_ops} and {@code .struct_ops.link}. */
        STRUCT_OPS;

        /** Whether it contains variables, whose single value is set before programs are loaded. */
        public boolean isGlobalData() {
            return this == DATA || this == BSS || this == RODATA || this == PERCPU || this == KCONFIG;
        }

        /** Whether it is frozen after initialization ({@code BPF_MAP_FREEZE}). */
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
