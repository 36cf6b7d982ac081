package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import java.util.Set;

/**
 * A module that takes part in a link, opened but with its bodies unread.
 *
 * @param name the input, {@code archive(member)} for a member
 * @param module open until it is merged
 * @param symbols what it defines and wants
 * @param direct whether everything in it counts, as for an input on the command line, and not only what is asked for
 * @param reason {@code command line}, {@code whole archive}, or the symbol that asked for it
 * @param askedBy the input that refers to that symbol
 */
record OpenModule(String name, Module module, ModuleSymbols symbols, boolean direct, String reason, String askedBy) {

    /** Whether it has a definition of {@code name} that no other may double. */
    boolean definesStrongly(String name) {
        return symbols.definitions().get(name) == IrLinkage.EXTERNAL;
    }

    Set<String> defined() {
        return symbols.definitions().keySet();
    }
}
