package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import io.github.bpflinker.option.OptimizationLevel;

/** Runs LLVM's default pipeline for an optimization level. */
public final class Optimize implements LinkPass {

    private final OptimizationLevel level;
    private final TargetMachine machine;

    /** Creates the pass for a level and a target. */
    public Optimize(OptimizationLevel level, TargetMachine machine) {
        this.level = level;
        this.machine = machine;
    }

    @Override
    public void run(Module module) {
        try {
            module.runPasses(level.pipeline() + ",dce", machine);
        } catch (LlvmError e) {
            throw new LinkException(Diagnostic.error(Problem.LLVM_MESSAGE).withDetail(e.text()), e);
        }
    }
}
