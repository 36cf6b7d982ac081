package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;

/**
 * The BTF of the object.
 *
 * @param types as the compiler wrote it: what CO-RE relocations, externs and maps refer to
 * @param image what the kernel gets, unless it knows less than the BTF says: the same ids and strings, with sizes and
 *     offsets of variables from the ELF file, externs as variables, hidden functions as static ones
 * @param functionInfoSize bytes in a record of {@link PlannedFunction#functionInfo()}, 0 if there are none
 * @param lineInfoSize bytes in a record of {@link PlannedFunction#lineInfo()}, 0 if there are none
 */
public record PlannedBtf(Btf types, Bytes image, int functionInfoSize, int lineInfoSize) {}
