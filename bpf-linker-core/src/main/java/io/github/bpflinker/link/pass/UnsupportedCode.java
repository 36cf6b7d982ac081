package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.link.pass.UnsupportedInstruction.Backend;
import io.github.bpflinker.link.pass.UnsupportedInstruction.Reason;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds code that LLVM's BPF backend does not support and does not report properly. For some of it, LLVM aborts the
 * process regardless of handlers (in 22.1.8: results over 64 bits, narrow atomics, fences, {@code llvm.returnaddress},
 * thread-local variables).
 */
public final class UnsupportedCode implements LinkPass {

    private final UnsupportedInstruction instructions;
    private final Optional<Consumer<Diagnostic>> warnings;

    /**
     * Creates the check.
     *
     * @param abilities the features of the backend
     */
    public UnsupportedCode(BackendFeatures abilities) {
        this(abilities, Optional.empty());
    }

    /**
     * Creates the check for links that continue after errors.
     *
     * @param warnings receives the problems that the backend silently accepts; problems that the backend itself reports
     *     are omitted
     */
    public UnsupportedCode(BackendFeatures abilities, Consumer<Diagnostic> warnings) {
        this(abilities, Optional.of(warnings));
    }

    private UnsupportedCode(BackendFeatures abilities, Optional<Consumer<Diagnostic>> warnings) {
        this.instructions = new UnsupportedInstruction(abilities);
        this.warnings = warnings;
    }

    @Override
    public void run(Module module) {
        List<Diagnostic> errors = new ArrayList<>();
        for (Function function : module.functions()) {
            if (function.isDeclaration()) {
                continue;
            }
            UnsupportedInstruction.checkType(function.type())
                    .ifPresent(reason -> add(reason, function, function.location(), errors));
            for (IrInstruction instruction : function.instructions()) {
                instructions.check(instruction).ifPresent(reason -> addAt(instruction, reason, errors));
            }
        }
        for (GlobalValue value : module.globalValues()) {
            if (value.isThreadLocal()) {
                Reason reason = new Reason(
                        CodeLimit.THREAD_LOCAL, "the thread-local variable '" + value.name() + "'", Backend.ABORTS);
                value.usingInstructions().stream().limit(1).forEach(use -> addAt(use, reason, errors));
            }
        }
        if (!errors.isEmpty()) {
            throw new LinkException(errors, null);
        }
    }

    private void addAt(IrInstruction instruction, Reason reason, List<Diagnostic> errors) {
        Function function = instruction.function();
        // Optimization can remove the location of an instruction when it merges two paths.
        add(reason, function, instruction.location().or(function::location), errors);
    }

    private void add(Reason reason, Function function, Optional<SourceLocation> location, List<Diagnostic> errors) {
        Diagnostic diagnostic = diagnostic(reason, function, location);
        if (warnings.isEmpty() || reason.backend() == Backend.ABORTS) {
            errors.add(diagnostic);
        } else if (reason.backend() == Backend.KEEPS_SILENT) {
            warnings.get().accept(diagnostic.withSeverity(Severity.WARNING));
        }
    }

    private static Diagnostic diagnostic(Reason reason, Function function, Optional<SourceLocation> location) {
        return Diagnostic.error(Problem.CODE_GENERATION)
                .withPayload(reason.limit())
                .withFunction(function.name())
                .withLocation(location.orElse(null))
                .withDetail(reason.detail())
                .withRelated(CallChain.callersOf(function));
    }
}
