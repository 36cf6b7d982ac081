package io.github.bpflinker.elf;

/**
 * A map that a loader creates for a BPF object.
 *
 * @param name the symbol that defines it; for global data, its section
 * @param section the section that defines it
 * @param kind how it is defined
 * @param size the size of its definition or, for global data, of its single value, in bytes
 */
public record ObjectMap(String name, ElfSection section, Kind kind, long size) {

    /** How a map is defined. */
    public enum Kind {
        /** A variable in {@code .maps}, whose BTF type describes the map. */
        BTF_DEFINED,
        /** A {@code struct bpf_map_def} in {@code maps} or {@code maps/…}. */
        LEGACY,
        /** A variable in {@code .struct_ops…}. */
        STRUCT_OPS,
        /** Variables of the program: {@code .data}, {@code .rodata} and {@code .bss}, with or without a suffix. */
        GLOBAL_DATA
    }
}
