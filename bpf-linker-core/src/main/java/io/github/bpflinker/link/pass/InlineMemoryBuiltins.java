package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.Optional;

/**
 * Inlines the memory builtins, for kernels without calls or loops. Intrinsics of constant size are expanded by code
 * generation; those of variable size are replaced with calls of the builtins, which are then inlined so that their
 * loops can be unrolled.
 */
public final class InlineMemoryBuiltins implements LinkPass {

    private static final int SIZE_OPERAND = 2;

    @Override
    public void run(Module module) {
        for (String name : MemoryBuiltins.NAMES) {
            Optional<Function> builtin = module.function(name).filter(function -> !function.isDeclaration());
            builtin.ifPresent(function -> {
                callInsteadOfIntrinsic(module, function);
                function.allowInlining();
                function.addAttribute("alwaysinline");
            });
        }
    }

    private static void callInsteadOfIntrinsic(Module module, Function builtin) {
        String prefix = "llvm." + builtin.name() + ".";
        try (IrBuilder builder = new IrBuilder(module)) {
            for (Function intrinsic : module.functions()) {
                if (!intrinsic.name().startsWith(prefix)) {
                    continue;
                }
                for (IrInstruction call : intrinsic.usingInstructions()) {
                    if (!call.isConstantOperand(SIZE_OPERAND)) {
                        builder.callBeforeWithOperandsOf(call, builtin);
                        call.erase();
                    }
                }
            }
        }
    }
}
