package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.BasicBlock;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.version.LlvmVersion;
import java.util.List;
import java.util.Locale;

/**
 * Optimizes with every loop unrolled, those too whose count is only bounded: kernels before 5.3 refuse any jump
 * backwards. Needs the limits of LLVM's unroller lifted ({@link #LLVM_OPTIONS}).
 *
 * <p>The first unrolling runs before the pipeline of the level, which loses the bounds of some loops; the second takes
 * what inlining made. A loop that is left is an error.
 */
public final class UnrollLoops implements LinkPass {

    /**
     * As many instructions of LLVM's a loop may become. It is eight times what kernels before 5.2 load, and LLVM's time for
     * a block of code grows with the square of its length: it is some seconds for this one.
     */
    static final int LONGEST = 32768;

    /** Limits of LLVM's unroller; loop idioms would turn loops into calls of memory builtins. */
    public static final List<String> LLVM_OPTIONS =
            List.of("--unroll-threshold=" + LONGEST, "--unroll-max-upperbound=65536", "--disable-loop-idiom-all");

    private static final String UNROLL =
            "loop-unroll<O3;upperbound;full-unroll-max=65536;no-runtime;no-partial;no-peeling>";
    private static final String PREPARE =
            "always-inline,function(sroa,%s,simplifycfg,loop-simplify,lcssa,loop(loop-rotate)," + UNROLL + ")";

    /** In a pipeline of text, LLVM ends the process where this pass finds more to do in a second round. */
    private static final String COMBINE = "instcombine<no-verify-fixpoint>";

    private static final int COMBINE_VERIFIES_SINCE = 18;

    private final OptimizationLevel level;
    private final TargetMachine machine;
    private final String combine;

    /**
     * Makes the pass for a level and a target.
     *
     * @param llvm runs the pass
     */
    public UnrollLoops(OptimizationLevel level, TargetMachine machine, LlvmVersion llvm) {
        this.level = level;
        this.machine = machine;
        this.combine = llvm.major() >= COMBINE_VERIFIES_SINCE ? COMBINE : "instcombine";
    }

    @Override
    public void run(Module module) {
        dropLoopHints(module);
        String pipeline = level.pipeline();
        String prepare = String.format(Locale.ROOT, PREPARE, combine);
        try {
            module.runPasses(prepare + "," + pipeline + ",function(" + UNROLL + ")," + pipeline + ",dce", machine);
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
