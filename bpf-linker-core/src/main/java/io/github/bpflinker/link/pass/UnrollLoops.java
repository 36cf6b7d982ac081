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
 * Optimizes and unrolls all loops, including those with only an upper bound of the trip count, because kernels before
 * 5.3 reject backward jumps. Requires the limits of LLVM's unroller to be raised ({@link #LLVM_OPTIONS}).
 *
 * <p>Loops are unrolled before the pipeline of the level, which loses the bounds of some loops, and again afterwards,
 * because inlining creates new ones. A remaining loop is an error.
 */
public final class UnrollLoops implements LinkPass {

    /**
     * The maximum number of LLVM instructions of an unrolled loop. It is eight times the program size limit of kernels
     * before 5.2. LLVM's time grows quadratically with the length of a basic block; at this limit it is some seconds.
     */
    static final int LONGEST = 32768;

    /**
     * Limits of LLVM's unroller. Loop idiom recognition is disabled because it replaces loops with calls of memory
     * builtins.
     */
    public static final List<String> LLVM_OPTIONS =
            List.of("--unroll-threshold=" + LONGEST, "--unroll-max-upperbound=65536", "--disable-loop-idiom-all");

    private static final String UNROLL =
            "loop-unroll<O3;upperbound;full-unroll-max=65536;no-runtime;no-partial;no-peeling>";
    private static final String PREPARE =
            "always-inline,function(sroa,%s,simplifycfg,loop-simplify,lcssa,loop(loop-rotate)," + UNROLL + ")";

    /**
     * By default, in a textual pipeline, LLVM terminates the process if a second iteration of this pass finds changes.
     */
    private static final String COMBINE = "instcombine<no-verify-fixpoint>";

    private static final int COMBINE_VERIFIES_SINCE = 18;

    private final OptimizationLevel level;
    private final TargetMachine machine;
    private final String combine;

    /**
     * Creates the pass for a level and a target.
     *
     * @param llvm the version of LLVM
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

    /**
     * Removes loop metadata: hints such as {@code mustprogress} or an unroll count prevent full unrolling in LLVM 22.
     */
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
