package io.github.bpflinker.llvm;

import com.sun.jna.Pointer;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.Optional;

/** Reads source locations of functions, variables and instructions. */
final class SourceLocations {

    private SourceLocations() {}

    static Optional<SourceLocation> of(long value, int column) {
        int[] length = new int[1];
        Pointer file = ValueApi.LLVMGetDebugLocFilename(value, length);
        if (file == null || length[0] == 0) {
            return Optional.empty();
        }
        int line = ValueApi.LLVMGetDebugLocLine(value);
        return line <= 0
                ? Optional.empty()
                : Optional.of(new SourceLocation(NativeStrings.borrowed(file, length[0]), line, Math.max(0, column)));
    }
}
