package io.github.bpflinker.llvm.raw;

import com.sun.jna.Callback;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** {@code LLVMDiagnosticHandler}: called for each diagnostic, on the thread that works on the context. */
@FunctionalInterface
public interface DiagnosticHandler extends Callback {
    /**
     * Called for a diagnostic.
     *
     * @param diagnostic an {@code LLVMDiagnosticInfoRef}, valid during the call
     * @param data the pointer passed at registration
     */
    void invoke(long diagnostic, @Nullable Pointer data);
}
