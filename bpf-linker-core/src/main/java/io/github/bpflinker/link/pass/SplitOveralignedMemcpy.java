package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.MemoryCopy;
import io.github.bpflinker.llvm.Module;

/**
 * Splits copies with an alignment of more than 8 bytes into a separate copy of the first bytes and one of the rest.
 * LLVM's in-order expansion of memcpy ({@code BPFInstrInfo::expandMEMCPY} in LLVM 17 to 22) supports alignments up to 8
 * only: otherwise it crashes or silently omits bytes. LLVM often aligns local variables to 16 bytes, so moves of large
 * values in Rust are affected. Must run after optimization, which determines alignments and would merge the two copies
 * again.
 */
public final class SplitOveralignedMemcpy implements LinkPass {

    @Override
    public void run(Module module) {
        try (IrBuilder builder = new IrBuilder(module)) {
            for (MemoryCopy copy : MemoryCopy.of(module)) {
                if (copy.alignment() > MemoryCopy.WORD && copy.size() > 0) {
                    copy.copyStartApart(builder);
                }
            }
        }
    }
}
