package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.kernel.code.ControlFlow;
import io.github.bpflinker.kernel.code.InstructionFeatures;
import io.github.bpflinker.kernel.code.Opcodes;
import io.github.bpflinker.kernel.code.StackFrame;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** Collects the requirements of an object's code: instructions, helpers, calls, loops. */
final class CodeScan {

    private static final int TAIL_CALL = 12;

    private final BpfObject object;
    private final KernelFacts facts = KernelFacts.get();
    private final CodeReferences references;
    private final SourceLines lines;
    private final Consumer<KernelRequirement> found;
    private final Set<List<String>> reported = new HashSet<>();
    private final ObjectCallGraph graph = ObjectCallGraph.empty();
    private final Map<BpfFunction, UseSite> tailCalls = new HashMap<>();
    private final Map<BpfFunction, Long> frames = new HashMap<>();
    private final HelperScan helpers = new HelperScan();

    CodeScan(BpfObject object, Optional<BtfFile> btf, Consumer<KernelRequirement> found) {
        this.object = object;
        this.references = new CodeReferences(object, btf);
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
        ProgramScan programs = new ProgramScan(graph, frames, tailCalls, lines, found);
        roots.forEach(programs::scan);
        roots.forEach(root -> helpers.scan(root, graph, found));
    }

    private void scanFrom(BpfFunction root, Set<BpfFunction> scanned) {
        // Scanning a function adds its callees to the graph.
        int before = -1;
        while (before != scanned.size()) {
            before = scanned.size();
            for (BpfFunction function : graph.reachableFrom(root)) {
                if (scanned.add(function)) {
                    scan(function);
                }
            }
        }
    }

    private void scan(BpfFunction function) {
        List<Instruction> code = object.code(function);
        frames.put(function, StackFrame.sizeOf(code));
        int at = 0;
        while (at < code.size()) {
            Instruction instruction = code.get(at);
            scan(function, at, instruction);
            at += instruction.isWide() ? 2 : 1;
        }
        for (ControlFlow.BackEdge edge : new ControlFlow(code).backEdges()) {
            report(facts.code("bounded-loop"), Need.KERNEL, place(function, edge.from()));
        }
    }

    private void scan(BpfFunction function, int at, Instruction instruction) {
        UseSite place = place(function, at);
        InstructionFeatures.of(instruction).ifPresent(kind -> report(facts.code(kind), Need.KERNEL, place));
        long offset = function.offset() + (long) at * Instruction.SIZE;
        CodeReference reference = references.of(function, offset, instruction);
        if (reference instanceof CodeReference.Call call) {
            graph.addCall(function, call.callee());
            report(facts.code("call"), Need.KERNEL, place);
        } else if (reference instanceof CodeReference.Callback callback) {
            graph.addCallback(function, callback.callee());
            report(facts.code("callback"), Need.KERNEL, place);
        } else if (reference instanceof CodeReference.GlobalData) {
            report(facts.code("map-value"), Need.KERNEL, place);
        } else if (reference instanceof CodeReference.Kfunc kfunc) {
            report(facts.kfunc(kfunc.symbol().name()), needOf(kfunc.symbol()), place);
        } else if (reference instanceof CodeReference.KernelVariable variable) {
            report(facts.code("kernel-variable"), needOf(variable.symbol()), place);
        } else {
            scanCall(function, instruction, place);
        }
    }

    private void scanCall(BpfFunction function, Instruction instruction, UseSite place) {
        if (instruction.opcode() == Opcodes.CALL_REGISTER) {
            report(Feature.ofNoKernel(Feature.Kind.CODE, "indirect call"), Need.KERNEL, place);
        } else if (instruction.opcode() == Opcodes.CALL && instruction.src() == 0) {
            report(facts.helper(instruction.imm()), Need.KERNEL, place);
            helpers.add(function, facts.helper(instruction.imm()), place);
            if (instruction.imm() == TAIL_CALL) {
                tailCalls.putIfAbsent(function, place);
            }
        }
    }

    private static Need needOf(ElfSymbol symbol) {
        return symbol.binding() == ElfSymbol.Binding.WEAK ? Need.STRICT_LOADER : Need.KERNEL;
    }

    private UseSite place(BpfFunction function, int at) {
        long offset = function.offset() + (long) at * Instruction.SIZE;
        return new UseSite(
                function.name(), function.section().name(), OptionalLong.of(offset), lines.at(function, offset));
    }

    /** Adds a requirement, once for each feature and source line of a function. */
    private void report(Feature feature, Need need, UseSite place) {
        String line = String.valueOf(place.location());
        if (reported.add(List.of(place.name(), feature.name(), line))) {
            found.accept(new KernelRequirement(feature, need, place));
        }
    }
}
