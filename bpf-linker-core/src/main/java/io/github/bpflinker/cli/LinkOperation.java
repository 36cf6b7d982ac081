package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import java.util.function.Consumer;

/** The operation of the command {@code link}; {@link io.github.bpflinker.link.Linker#link(LinkRequest, Consumer)}. */
@FunctionalInterface
interface LinkOperation {

    /**
     * Runs one link.
     *
     * @param onPhase receives the name of each phase when it starts
     * @throws io.github.bpflinker.diagnostic.LinkException for every error that the user can fix
     */
    LinkResult link(LinkRequest request, Consumer<String> onPhase);

    /**
     * Checks whether this process can run the link. Called before anything is printed or written.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException of {@link
     *     io.github.bpflinker.diagnostic.Problem#LLVM_ALREADY_LOADED} if it can't
     */
    default void accept(LinkRequest request) {}
}
