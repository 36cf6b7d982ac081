package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.List;

/**
 * A program, bound to a kernel: its instructions are complete except for file descriptors.
 *
 * @param plan the planned program
 * @param place its index in the plan's programs
 * @param attachType {@code expected_attach_type}; for struct_ops, the index of the member in the kernel's struct
 * @param target the target of {@code attach_btf_id}
 * @param code the instructions in the byte order of the object: the entry, then the functions that it uses
 * @param maps loads of maps and of addresses in them
 * @param modules loads of addresses of variables and functions of modules
 * @param jumpTables loads of jump tables
 * @param functions the starts of functions in {@code code}, ascending
 * @param functionInfo {@code func_info}, empty if there is none
 * @param lineInfo {@code line_info}, empty if there is none
 * @param poison the poisoned instructions
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
     * The first instruction of a function.
     *
     * @param at in units of 8 bytes
     * @param function a place in the plan's functions
     */
    public record FunctionStart(int at, int function) {}

    /** The target of {@code attach_btf_id}. */
    public sealed interface Target {
        /** No target. */
        record None() implements Target {}

        /**
         * A type of the kernel.
         *
         * @param id the type id; 0 if only the module is relevant
         * @param module the index of its module in {@link BoundObject#modules()}; -1 for the kernel itself
         */
        record KernelType(int id, int module) implements Target {}

        /** A function of a program that the caller provides; its id is determined from that program's BTF. */
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
