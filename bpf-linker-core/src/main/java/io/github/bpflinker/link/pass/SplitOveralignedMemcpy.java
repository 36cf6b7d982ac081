package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.IrBuilder;
import io.github.bpflinker.llvm.MemoryCopy;
import io.github.bpflinker.llvm.Module;

/**
 * Has the start of copies between places aligned to more than a word copied apart, which leaves an ordinary copy of the
 * rest. LLVM's expansion of copies in order ({@code BPFInstrInfo::expandMEMCPY}, the same in releases 17 to 22) has
 * instructions for alignments up to 8 only: for others it crashes, or forgets bytes without a word. LLVM aligns local
 * variables to 16 bytes where it can, so Rust's moves of large values meet this often. To be run behind optimization,
 * which finds out what is aligned and would join the two again.
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
