package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import java.util.function.Consumer;

/** What the command {@code link} runs; {@link io.github.bpflinker.link.Linker#link(LinkRequest, Consumer)}. */
@FunctionalInterface
interface LinkOperation {

    /**
     * Runs one link.
     *
     * @param onPhase told the name of each phase when it starts
     * @throws io.github.bpflinker.diagnostic.LinkException for everything that the user can mend
     */
    LinkResult link(LinkRequest request, Consumer<String> onPhase);

    /**
     * Looks whether this process is to run the link at all; called before anything is told or written.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException of {@link io.github.bpflinker.diagnostic.Problem#LLVM_ALREADY_LOADED} if it is not
     */
    default void accept(LinkRequest request) {}
}
