package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Makes panics exit the program with a return value, from any depth of calls. Calls that do not return, such as Rust's
 * panics and C's {@code __builtin_trap}, are replaced with calls of a marker. Every function that can reach a marker is
 * inlined into its program, because a return from another function would only return to its caller. Afterwards {@link
 * ReturnAtUnreachable} replaces the markers with returns.
 */
public final class ExitOnPanic implements LinkPass {

    /** The name of the marker function, which represents the exit until everything is inlined. */
    static final String MARKER = "llvm_bpf_linker_exit_program";

    @Override
    public void run(Module module) {
        Set<Function> diverging = replaceDivergingCalls(module);
        if (diverging.isEmpty()) {
            return;
        }
        ModuleCallGraph graph = new ModuleCallGraph(module);
        Set<Function> reaching = graph.callersOf(diverging);
        reaching.forEach(ExitOnPanic::refuseCallback);
        InlineEverything.markAlwaysInline(graph, reaching);
    }

    private static Set<Function> replaceDivergingCalls(Module module) {
        Set<Function> changed = new LinkedHashSet<>();
        try (IrBuilder builder = new IrBuilder(module)) {
            Function marker = builder.declareDiverging(MARKER);
            for (Function function : module.functions()) {
                if (function.isDeclaration() || isReachedByReplacedCallsOnly(function)) {
                    continue;
                }
                for (IrInstruction instruction : function.instructions()) {
                    if (diverges(instruction)) {
                        builder.callBefore(instruction, marker);
                        instruction.erase();
                        changed.add(function);
                    }
                }
            }
            if (changed.isEmpty()) {
                marker.delete();
            }
        }
        return changed;
    }

    /**
     * Whether all calls of the function are replaced: it is local and does not return. A program that always panics
     * does not return either, but the kernel calls it.
     */
    private static boolean isReachedByReplacedCallsOnly(Function function) {
        return function.hasAttribute("noreturn")
                && function.linkage().isLocal()
                && function.section().isEmpty();
    }

    private static boolean diverges(IrInstruction instruction) {
        if (instruction.opcode() != IrInstruction.CALL) {
            return false;
        }
        String name = instruction.calledFunction().map(Function::name).orElse("");
        return instruction.callHasAttribute("noreturn")
                || name.equals("llvm.trap")
                || name.equals("llvm.ubsantrap")
                || name.equals("llvm.debugtrap");
    }

    private static void refuseCallback(Function function) {
        if (function.isAddressTaken() && function.linkage().isLocal()) {
            throw new LinkException(Diagnostic.error(Problem.PANIC_NOT_INLINED)
                    .withFunction(function.name())
                    .withLocation(function.location().orElse(null))
                    .withDetail("its address is taken, so that the kernel calls it")
                    .withRelated(CallChain.callersOf(function)));
        }
    }
}
