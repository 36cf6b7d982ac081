package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/**
 * Adds the memory builtins that no input defines, or for which there is only a weak definition. The weak ones of
 * compiler_builtins return a pointer to the destination, which the verifier rejects if it points to the stack. Must run
 * at the end of merging.
 */
public final class ProvideMemoryBuiltins implements LinkPass {

    private static final String SOURCE = "memory-builtins.ll";

    @Override
    public void run(Module module) {
        boolean complete = MemoryBuiltins.NAMES.stream().allMatch(name -> hasStrong(module, name));
        if (complete) {
            return;
        }
        try (Module ours = module.context().parseIr(SOURCE, source())) {
            for (String name : MemoryBuiltins.NAMES) {
                if (hasStrong(module, name)) {
                    ours.function(name).ifPresent(Function::delete);
                }
            }
            ours.setDataLayout(module.dataLayout());
            ours.setTargetTriple(module.targetTriple());
            module.link(ours);
        } catch (LlvmError e) {
            throw new IllegalStateException(SOURCE + ": " + e.text(), e);
        }
    }

    private static boolean hasStrong(Module module, String name) {
        return module.find(name)
                .filter(value -> !value.isDeclaration() && !value.linkage().isWeak())
                .isPresent();
    }

    private static ByteBuffer source() {
        try (InputStream stream = ProvideMemoryBuiltins.class.getResourceAsStream(SOURCE)) {
            if (stream == null) {
                throw new IllegalStateException(SOURCE + " is missing from the class path");
            }
            return ByteBuffer.wrap(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
