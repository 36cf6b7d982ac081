package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.code.ControlFlow;
import io.github.bpflinker.kernel.code.InstructionFeatures;
import io.github.bpflinker.kernel.code.Opcodes;
import io.github.bpflinker.kernel.code.StackFrame;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.Kfuncs;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the requirements of an object's code: instructions, helpers, calls, loops. */
final class CodeScan {

    private static final int TAIL_CALL = 12;

    private final BpfObject object;
    private final Optional<BtfFile> btf;
    private final KernelFacts facts = KernelFacts.get();
    private final CodeReferences references;
    private final Guards guards;
    private final SourceLines lines;
    private final Consumer<KernelRequirement> found;
    private final FunctionFacts functions = new FunctionFacts();
    private final ObjectCallGraph graph = ObjectCallGraph.empty();
    private final Uses uses = new Uses();

    CodeScan(BpfObject object, Optional<BtfFile> btf, Consumer<KernelRequirement> found) {
        this.object = object;
        this.btf = btf;
        this.references = new CodeReferences(object, btf);
        this.guards = new Guards(btf);
        this.lines = new SourceLines(btf);
        this.found = found;
    }

    /** Scans every function that a program uses or, if there is no program, every function. */
    void scan() {
        List<BpfFunction> roots = object.programs().isEmpty() ? object.functions() : object.programs();
        Set<BpfFunction> scanned = new LinkedHashSet<>();
        for (BpfFunction root : roots) {
            scanFrom(root, scanned);
        }
        btf.ifPresent(
                types -> new GlobalFunctions(object, types.btf()).scan(scanned, functions::global, this::reportOf));
        List<BpfFunction> required =
                roots.stream().filter(root -> !isOptional(root)).toList();
        uses.report(graph.reachableFrom(required), graph.certainFrom(required), found);
        for (BpfFunction root : roots) {
            Need need = isOptional(root) ? Need.GUARDED : Need.KERNEL;
            new ProgramScan(graph, functions, lines, need, found).scan(root);
        }
    }

    /** Whether loaders load the program only on request. */
    private static boolean isOptional(BpfFunction program) {
        return program.role() == BpfFunction.Role.PROGRAM
                && OptionalSection.is(program.section().name());
    }

    private void scanFrom(BpfFunction root, Set<BpfFunction> scanned) {
        // Scanning a function adds its callees to the graph.
        int before = -1;
        while (before != scanned.size()) {
            before = scanned.size();
            for (BpfFunction function : graph.reachableFrom(List.of(root))) {
                if (scanned.add(function)) {
                    scan(function);
                }
            }
        }
    }

    private void scan(BpfFunction function) {
        List<Instruction> code = object.code(function);
        functions.frame(function, StackFrame.sizeOf(code));
        List<InstructionTarget> targets = references.of(function, code);
        BitSet guarded = guards.of(function, code, targets);
        int at = 0;
        while (at < code.size()) {
            scan(function, code, targets, at, guarded.get(at));
            at += code.get(at).isWide() ? 2 : 1;
        }
        for (ControlFlow.BackEdge edge : new ControlFlow(code).backEdges()) {
            uses.add(function, facts.code("bounded-loop"), place(function, edge.from()));
        }
    }

    private void scan(
            BpfFunction function, List<Instruction> code, List<InstructionTarget> targets, int at, boolean guarded) {
        Instruction instruction = code.get(at);
        UseSite place = place(function, at);
        InstructionFeatures.of(instruction).ifPresent(kind -> uses.add(function, facts.code(kind), place));
        InstructionTarget reference = targets.get(at);
        if (reference instanceof InstructionTarget.Call call) {
            graph.addCall(function, call.callee(), guarded);
            uses.add(function, facts.code("call"), place);
        } else if (reference instanceof InstructionTarget.Callback callback) {
            boolean later = Callbacks.isAsynchronous(code, at, targets);
            graph.addCallback(function, callback.callee(), guarded, later);
            uses.add(function, facts.code("callback"), place);
        } else if (reference instanceof InstructionTarget.GlobalData data) {
            functions.map(function, data.section(), place);
            uses.add(function, facts.code("map-value"), place);
        } else if (reference instanceof InstructionTarget.MapAddress map) {
            functions.map(function, map.name(), place);
        } else if (reference instanceof InstructionTarget.Kfunc kfunc) {
            scanKfunc(function, instruction, kfunc, place, guarded);
        } else if (reference instanceof InstructionTarget.KernelVariable variable) {
            Need need = variable.symbol().isWeak() ? Need.STRICT_LOADER : Need.KERNEL;
            uses.add(function, facts.code("kernel-variable"), need, place, false);
        } else {
            scanCall(function, instruction, place, guarded);
        }
    }

    /** A call of a weak kfunc that the kernel lacks is refused unless it is never reached; its address is then 0. */
    private void scanKfunc(
            BpfFunction function,
            Instruction instruction,
            InstructionTarget.Kfunc kfunc,
            UseSite place,
            boolean guarded) {
        Feature feature = Kfuncs.of(kfunc.symbol().name(), kfunc.parameters());
        boolean weak = kfunc.symbol().isWeak();
        boolean call = instruction.opcode() == Opcodes.CALL;
        Need need = weak && !call ? Need.STRICT_LOADER : Need.KERNEL;
        uses.add(function, feature, need, place, weak && guarded);
    }

    private void scanCall(BpfFunction function, Instruction instruction, UseSite place, boolean guarded) {
        if (instruction.opcode() == Opcodes.CALL_REGISTER) {
            uses.add(function, Feature.ofNoKernel(Feature.Kind.CODE, "indirect call"), place);
        } else if (instruction.opcode() == Opcodes.CALL && instruction.src() == 0) {
            Feature helper = facts.helper(instruction.imm());
            uses.add(function, helper, Need.KERNEL, place, guarded);
            functions.helper(function, helper, place, guarded);
            if (instruction.imm() == TAIL_CALL) {
                functions.tailCall(function, place);
            }
        }
    }

    private void reportOf(BpfFunction function, Feature feature) {
        uses.add(function, feature, place(function, 0));
    }

    private static long offset(BpfFunction function, int at) {
        return function.offset() + (long) at * Instruction.SIZE;
    }

    private UseSite place(BpfFunction function, int at) {
        return lines.place(function, offset(function, at));
    }
}
