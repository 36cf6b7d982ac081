package io.github.bpflinker.link.pass;

import io.github.bpflinker.version.LlvmVersion;
import java.util.List;

/**
 * Features of LLVM's BPF backend that depend on its version and on the CPU. Determined with 16, 19, 20.1.7 and 22.1.8.
 *
 * @param halfRegisters 32-bit operations: v3 and newer, and {@code +alu32}
 * @param acquireRelease acquire loads and release stores: LLVM 21 for v4
 * @param indirectJumps {@code gotox}: LLVM 22 for v4
 */
public record BackendFeatures(boolean halfRegisters, boolean acquireRelease, boolean indirectJumps) {

    private static final int ACQUIRE_RELEASE_SINCE = 21;
    private static final int INDIRECT_JUMPS_SINCE = 22;

    /**
     * Returns the features of a code generator.
     *
     * @param cpu {@code probe} is treated as the newest, because LLVM determines it
     */
    public static BackendFeatures of(String cpu, String features, LlvmVersion llvm) {
        boolean newest = cpu.equals("v4") || cpu.equals("probe");
        return new BackendFeatures(
                newest || cpu.equals("v3") || List.of(features.split(",")).contains("+alu32"),
                newest && llvm.major() >= ACQUIRE_RELEASE_SINCE,
                newest && llvm.major() >= INDIRECT_JUMPS_SINCE);
    }
}
