package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Llvm;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.util.function.Consumer;

/**
 * Links bitcode into BPF objects with an LLVM that is loaded into this process. LLVM's options are process-wide and some
 * inputs crash it, so programs that must not go down with it run the command line's worker instead.
 */
public final class Linker {

    private final LlvmLocator locator;

    private Linker(LlvmLocator locator) {
        this.locator = locator;
    }

    /** A linker for this process; the LLVMs of the machine are found by the user's environment. */
    public static Linker inProcess() {
        return new Linker(LlvmLocator.ofSystem());
    }

    /**
     * Runs one link. Thread-safe.
     *
     * @return outputs, warnings and timings
     * @throws LinkException for everything that the user can mend; nothing has been written then, and what was there
     *     before is untouched. {@link Problem#LLVM_ALREADY_LOADED} if this process has loaded another LLVM, or the same
     *     with other options, for an earlier link
     */
    public LinkResult link(LinkRequest request) {
        return link(request, phase -> {});
    }

    /**
     * Runs one link and says how far it is.
     *
     * @param onPhase gets the name of each phase as it begins, on a thread of the link
     * @see #link(LinkRequest)
     */
    public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
        Llvm.prepare();
        return LargeStack.call("link", () -> new LinkPipeline(request, locator, new PhaseClock(onPhase)).run());
    }
}
