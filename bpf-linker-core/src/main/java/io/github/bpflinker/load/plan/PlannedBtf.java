package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;

/**
 * The BTF of the object.
 *
 * @param types the types as compiled, which CO-RE relocations, externs and maps reference
 * @param image the BTF for the kernel, before unsupported kinds are replaced: the same ids and strings, with sizes and
 *     offsets of variables from the ELF file, externs as variables, hidden functions as static
 * @param functionInfoSize the size of a record of {@link PlannedFunction#functionInfo()} in bytes; 0 if there are none
 * @param lineInfoSize the size of a record of {@link PlannedFunction#lineInfo()} in bytes; 0 if there are none
 */
public record PlannedBtf(Btf types, Bytes image, int functionInfoSize, int lineInfoSize) {}
