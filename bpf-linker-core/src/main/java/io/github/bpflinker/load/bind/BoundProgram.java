package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.List;

/**
 * A program as this kernel gets it: its instructions with everything in place but file descriptors.
 *
 * @param plan where it comes from
 * @param place of it in the plan's programs
 * @param attachType {@code expected_attach_type}; of an operation, the place of the member in the kernel's struct
 * @param target what {@code attach_btf_id} refers to
 * @param code instructions in the byte order of the object, the entry first, then the functions that it uses
 * @param maps loads of maps and of addresses in them
 * @param modules loads of addresses of variables and functions of modules
 * @param jumpTables loads of jump tables
 * @param functions where in {@code code} which function of the plan starts, ascending
 * @param functionInfo {@code func_info}, empty if there is none
 * @param lineInfo {@code line_info}, empty if there is none
 * @param poison instructions that must not be reached
 */
public record BoundProgram(
        PlannedProgram plan,
        int place,
        int attachType,
        Target target,
        Bytes code,
        List<MapUse> maps,
        List<ModuleUse> modules,
        List<JumpTableUse> jumpTables,
        List<FunctionStart> functions,
        Bytes functionInfo,
        Bytes lineInfo,
        List<Poison> poison) {

    /** The {@code imm} of the instruction becomes the descriptor of a map of the plan. */
    public record MapUse(int at, int map) {}

    /** The {@code imm} of the unit after the instruction becomes the descriptor of the BTF of a module. */
    public record ModuleUse(int at, int module) {}

    /**
     * The {@code imm} of the instruction becomes the descriptor of a frozen map of instructions.
     *
     * @param table which one; the same for instructions of this program that use the same table
     * @param targets its values, instructions in units of 8 bytes from the start of {@link BoundProgram#code()}
     */
    public record JumpTableUse(int at, int table, List<Integer> targets) {
        public JumpTableUse {
            targets = List.copyOf(targets);
        }
    }

    /**
     * @param at in units of 8 bytes
     * @param function a place in the plan's functions
     */
    public record FunctionStart(int at, int function) {}

    /** What {@code attach_btf_id} refers to. */
    public sealed interface Target {
        /** Nothing. */
        record None() implements Target {}

        /**
         * A type of the kernel.
         *
         * @param id 0 if only the module counts
         * @param module where it is, a place in {@link BoundObject#modules()}; -1 for the kernel itself
         */
        record KernelType(int id, int module) implements Target {}

        /** A function of a program that the caller names; its id is in that program's BTF. */
        record ProgramFunction(String function) implements Target {}
    }

    public BoundProgram {
        maps = List.copyOf(maps);
        modules = List.copyOf(modules);
        jumpTables = List.copyOf(jumpTables);
        functions = List.copyOf(functions);
        poison = List.copyOf(poison);
    }
}
