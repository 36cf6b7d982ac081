package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.CoreRelocation;

/**
 * An instruction that is adapted to the types of the kernel.
 *
 * @param at the instruction, in units of 8 bytes from the start of its function
 * @param type the id of the type that the program was compiled with, in {@link PlannedBtf#types()}
 * @param access which part of it, as {@link CoreRelocation#access()} says
 * @param kind what the instruction gets
 * @param sequence its place among those of the object; they are computed in this order
 */
public record CoreReference(int at, int type, String access, CoreRelocation.Kind kind, int sequence) {}
