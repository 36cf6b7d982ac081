package io.github.bpflinker.link.pass;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.OptimizationLevel;
import io.github.bpflinker.Problem;
import io.github.bpflinker.llvm.BasicBlock;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.List;

/**
 * Optimizes with every loop unrolled, those too whose count is only bounded: kernels before 5.3 refuse any jump
 * backwards. Needs the limits of LLVM's unroller lifted ({@link #LLVM_OPTIONS}).
 *
 * <p>The first unrolling runs before the pipeline of the level, which loses the bounds of some loops; the second takes
 * what inlining made. A loop that is left is an error.
 */
public final class UnrollLoops implements LinkPass {

    /** Limits of LLVM's unroller as high as they go; loop idioms would turn loops into calls of memory builtins. */
    public static final List<String> LLVM_OPTIONS =
            List.of("--unroll-threshold=4294967295", "--unroll-max-upperbound=65536", "--disable-loop-idiom-all");

    private static final String UNROLL =
            "loop-unroll<O3;upperbound;full-unroll-max=65536;no-runtime;no-partial;no-peeling>";
    private static final String PREPARE =
            "always-inline,function(sroa,instcombine,simplifycfg,loop-simplify,lcssa,loop(loop-rotate)," + UNROLL + ")";

    private final OptimizationLevel level;
    private final TargetMachine machine;

    /** Makes the pass for a level and a target. */
    public UnrollLoops(OptimizationLevel level, TargetMachine machine) {
        this.level = level;
        this.machine = machine;
    }

    @Override
    public void run(Module module) {
        dropLoopHints(module);
        String pipeline = level.pipeline();
        try {
            module.runPasses(PREPARE + "," + pipeline + ",function(" + UNROLL + ")," + pipeline + ",dce", machine);
        } catch (LlvmError e) {
            throw new LinkException(Diagnostic.error(Problem.LLVM_MESSAGE).withDetail(e.text()), e);
        }
        refuseLoops(module);
    }

    /** Hints such as {@code mustprogress} or a count for unrolling keep LLVM 22 from unrolling fully. */
    private static void dropLoopHints(Module module) {
        for (Function function : module.functions()) {
            for (BasicBlock block : function.blocks()) {
                block.terminator().removeMetadata("llvm.loop");
            }
        }
    }

    private static void refuseLoops(Module module) {
        List<Diagnostic> found = module.functions().stream()
                .flatMap(function -> BackEdges.of(function).stream()
                        .map(edge -> Diagnostic.error(Problem.LOOP_NOT_UNROLLED)
                                .withFunction(function.name())
                                .withLocation(edge.location().orElse(null))
                                .withDetail(edge.reason())))
                .toList();
        if (!found.isEmpty()) {
            throw new LinkException(found, null);
        }
    }
}
