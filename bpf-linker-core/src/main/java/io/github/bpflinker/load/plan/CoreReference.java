package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.CoreRelocation;

/**
 * A CO-RE relocation of an instruction.
 *
 * @param at the instruction, in units of 8 bytes from the start of its function
 * @param type the id of the type that the program was compiled with, in {@link PlannedBtf#types()}
 * @param access the access string, see {@link CoreRelocation#access()}
 * @param kind the kind of the relocation
 * @param sequence its index among the relocations of the object, which are computed in this order
 */
public record CoreReference(int at, int type, String access, CoreRelocation.Kind kind, int sequence) {}
