package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import java.util.List;

/**
 * The libLLVM that was selected for a link.
 *
 * @param chosen the library; its file exists and its version is known
 * @param warnings possible problems with this library
 */
public record SelectedLlvm(LlvmInstallation chosen, List<Diagnostic> warnings) {

    public SelectedLlvm {
        warnings = List.copyOf(warnings);
    }
}
