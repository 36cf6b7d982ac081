package io.github.bpflinker.load.bind;

import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.Opcode;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.CodeReference;
import io.github.bpflinker.load.plan.JumpTable;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedBtf;
import io.github.bpflinker.load.plan.PlannedFunction;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Assembles a program: concatenates its functions and resolves all references. */
final class ProgramBinder {

    /** {@code BPF_FUNC_probe_read}, and the helpers that it replaces before Linux 5.5. */
    private static final int PROBE_READ = 4;

    private static final int PROBE_READ_STR = 45;
    private static final int PROBE_READ_USER = 112;
    private static final int PROBE_READ_USER_STR = 114;
    private static final int PROBE_READ_KERNEL_STR = 115;

    private final BindingState state;
    private final LoadPlan plan;
    private final PlannedProgram program;
    private final FunctionChain chain;
    private final byte[] bytes;
    private final CodeBuffer code;
    private final List<BoundProgram.MapUse> maps = new ArrayList<>();
    private final List<BoundProgram.ModuleUse> modules = new ArrayList<>();
    private final List<BoundProgram.JumpTableUse> jumpTables = new ArrayList<>();
    private final List<Poison> poison = new ArrayList<>();

    private ProgramBinder(BindingState state, PlannedProgram program) {
        this.state = state;
        this.plan = state.plan();
        this.program = program;
        this.chain = FunctionChain.of(plan, program);
        this.bytes = new byte[Math.multiplyExact(chain.size(), Instruction.SIZE)];
        this.code = new CodeBuffer(bytes, plan.order());
    }

    /** @param place the index of the program in the plan */
    static BoundProgram bind(
            BindingState state, PlannedProgram program, int place, int attachType, BoundProgram.Target target) {
        ProgramBinder binder = new ProgramBinder(state, program);
        binder.appendFunctions();
        binder.replaceHelpers();
        return new BoundProgram(
                program,
                place,
                attachType,
                target,
                Bytes.wrap(binder.bytes),
                binder.maps,
                binder.modules,
                binder.jumpTables,
                binder.chain.order(),
                binder.info(PlannedFunction::functionInfo, PlannedBtf::functionInfoSize),
                binder.info(PlannedFunction::lineInfo, PlannedBtf::lineInfoSize),
                binder.poison);
    }

    private void appendFunctions() {
        for (BoundProgram.FunctionStart start : chain.order()) {
            byte[] functionCode = state.code().get(start.function());
            System.arraycopy(functionCode, 0, bytes, start.at() * Instruction.SIZE, functionCode.length);
            for (CodeReference reference :
                    plan.functions().get(start.function()).references()) {
                reference(start, start.at() + reference.at(), reference);
            }
            for (Poison.MissingTarget missing : state.missingTargets().get(start.function())) {
                poison.add(new Poison.MissingTarget(start.at() + missing.at(), missing.relocation()));
            }
        }
    }

    private void reference(BoundProgram.FunctionStart start, int at, CodeReference reference) {
        if (reference instanceof CodeReference.FunctionCall call) {
            code.setConstant(at, chain.start(call.function()) - at - 1);
        } else if (reference instanceof CodeReference.FunctionLoad load) {
            code.setSource(at, Opcode.PSEUDO_FUNC);
            code.setConstant(at, chain.start(load.function()) - at - 1);
        } else if (reference instanceof CodeReference.MapLoad load) {
            map(at, load.map(), Opcode.PSEUDO_MAP_FD);
        } else if (reference instanceof CodeReference.DataLoad load) {
            long arena = state.arenaOffset(load.map());
            code.setConstant(at + 1, (int) (load.offset() + arena));
            map(at, load.map(), Opcode.PSEUDO_MAP_VALUE);
        } else if (reference instanceof CodeReference.ExternLoad load) {
            externLoad(at, load.extern());
        } else if (reference instanceof CodeReference.ExternCall call) {
            externCall(at, call.extern());
        } else if (reference instanceof CodeReference.JumpTableLoad load) {
            jumpTable(start, at, load.table());
        }
    }

    private void map(int at, int map, int source) {
        if (state.isCreated(map)) {
            code.setSource(at, source);
            code.setConstant(at, 0);
            maps.add(new BoundProgram.MapUse(at, map));
        } else {
            code.poison(at, Poison.MAP + map);
            code.poison(at + 1, Poison.MAP + map);
            poison.add(new Poison.MissingMap(at, plan.maps().get(map).name()));
        }
    }

    private void externLoad(int at, int extern) {
        ResolvedExtern resolved = state.externs().get(extern);
        if (resolved instanceof ResolvedExtern.Configuration value) {
            code.setConstant(at + 1, value.offset());
            map(at, state.configurationMap(), Opcode.PSEUDO_MAP_VALUE);
        } else if (resolved instanceof ResolvedExtern.KernelType type) {
            code.setSource(at, Opcode.PSEUDO_BTF_ID);
            code.setConstant(at, type.id());
            code.setConstant(at + 1, 0);
            if (type.module() >= 0) {
                modules.add(new BoundProgram.ModuleUse(at, type.module()));
            }
        } else {
            long address = resolved instanceof ResolvedExtern.Address known ? known.value() : 0;
            code.setConstant(at, (int) address);
            code.setConstant(at + 1, (int) (address >>> Integer.SIZE));
        }
    }

    private void externCall(int at, int extern) {
        if (state.externs().get(extern) instanceof ResolvedExtern.KernelType type) {
            code.setSource(at, Opcode.PSEUDO_KFUNC_CALL);
            code.setConstant(at, type.id());
            code.setOffset(at, type.arrayIndex());
        } else {
            code.poison(at, Poison.KERNEL_FUNCTION + extern);
            poison.add(new Poison.MissingFunction(at, plan.externs().get(extern).name()));
        }
    }

    private void jumpTable(BoundProgram.FunctionStart start, int at, int table) {
        JumpTable planned = plan.jumpTables().get(table);
        int shift = start.at() - plan.functions().get(start.function()).offset();
        List<Integer> targets = new ArrayList<>(planned.targets().size());
        for (long target : planned.targets()) {
            long moved = target + shift;
            if (moved < 0 || moved >= chain.size()) {
                throw new BindException(
                        plan.name(),
                        new BindProblem.UnfitMap(
                                planned.name(), "it holds an address outside of program " + program.name()));
            }
            targets.add((int) moved);
        }
        code.setSource(at, Opcode.PSEUDO_MAP_VALUE);
        code.setConstant(at, 0);
        code.setOffset(at, 0);
        jumpTables.add(new BoundProgram.JumpTableUse(at, table, targets));
    }

    /** Replaces helpers of Linux 5.5 with their older equivalents. */
    private void replaceHelpers() {
        for (int at = 0; at < code.size(); at += code.isWide(at) ? 2 : 1) {
            boolean helper = code.opcode(at) == Opcode.CALL && code.source(at) == 0 && code.destination(at) == 0;
            int number = helper ? code.constant(at) : 0;
            if (number >= PROBE_READ_USER
                    && number <= PROBE_READ_KERNEL_STR
                    && !state.host().has(Ability.PROBE_READ_KERNEL)) {
                boolean text = number == PROBE_READ_USER_STR || number == PROBE_READ_KERNEL_STR;
                code.setConstant(at, text ? PROBE_READ_STR : PROBE_READ);
            }
        }
    }

    /**
     * The records of all functions; none if a function has none, because the kernel requires them for all functions or
     * none.
     */
    private Bytes info(Function<PlannedFunction, Bytes> of, Function<PlannedBtf, Integer> sizeOf) {
        Optional<PlannedBtf> btf = plan.btf();
        int recordSize = btf.map(sizeOf).orElse(0);
        if (recordSize == 0 || !state.host().has(Ability.BTF_FUNC)) {
            return Bytes.empty();
        }
        int total = 0;
        for (BoundProgram.FunctionStart start : chain.order()) {
            int size = of.apply(plan.functions().get(start.function())).size();
            if (size == 0) {
                return Bytes.empty();
            }
            total += size;
        }
        byte[] all = new byte[total];
        ByteBuffer records = ByteBuffer.wrap(all).order(plan.order());
        int at = 0;
        for (BoundProgram.FunctionStart start : chain.order()) {
            Bytes part = of.apply(plan.functions().get(start.function()));
            part.copyTo(all, at);
            for (int end = at + part.size(); at < end; at += recordSize) {
                records.putInt(at, records.getInt(at) + start.at());
            }
        }
        return Bytes.wrap(all);
    }
}
