package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Llvm;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.util.function.Consumer;

/**
 * Links bitcode into BPF objects with an LLVM that is loaded into this process. LLVM's options are process-wide and
 * some inputs make it terminate the process; programs that must not be terminated run the worker of the command line
 * instead.
 */
public final class Linker {

    private final LlvmLocator locator;

    private Linker(LlvmLocator locator) {
        this.locator = locator;
    }

    /** Returns a linker that runs in this process and searches for LLVMs in the user's environment. */
    public static Linker inProcess() {
        return new Linker(LlvmLocator.ofSystem());
    }

    /**
     * Runs one link. Thread-safe.
     *
     * @return the outputs, warnings and timings
     * @throws LinkException for every error that the user can fix; existing outputs have not been changed. {@link
     *     Problem#LLVM_ALREADY_LOADED} if this process has loaded another LLVM, or the same with other options, for an
     *     earlier link
     */
    public LinkResult link(LinkRequest request) {
        return link(request, phase -> {});
    }

    /**
     * Runs one link and reports its progress.
     *
     * @param onPhase receives the name of each phase when it starts, on a thread of the link
     * @see #link(LinkRequest)
     */
    public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
        Llvm.prepare();
        return LargeStack.call("link", () -> new LinkPipeline(request, locator, new PhaseClock(onPhase)).run());
    }
}
