package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import java.util.List;

/**
 * Which libLLVM to load.
 *
 * @param chosen it; its file exists and it has a version
 * @param warnings what may go wrong with it
 */
public record SelectedLlvm(LlvmInstallation chosen, List<Diagnostic> warnings) {

    public SelectedLlvm {
        warnings = List.copyOf(warnings);
    }
}
