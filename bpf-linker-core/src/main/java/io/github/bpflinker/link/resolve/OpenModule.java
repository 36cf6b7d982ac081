package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import java.util.Set;

/**
 * A module that is part of the link, opened without reading function bodies.
 *
 * @param name the input, {@code archive(member)} for a member
 * @param module the module, open until it is merged
 * @param symbols its definitions and undefined symbols
 * @param direct whether all its definitions are linked, as for an input on the command line, and not only referenced
 *     ones
 * @param reason {@code command line}, {@code whole archive}, or the symbol that required it
 * @param askedBy the input that references that symbol
 */
record OpenModule(String name, Module module, ModuleSymbols symbols, boolean direct, String reason, String askedBy) {

    /** Whether it has a strong definition of {@code name}. */
    boolean definesStrongly(String name) {
        return symbols.definitions().get(name) == IrLinkage.EXTERNAL;
    }

    Set<String> defined() {
        return symbols.definitions().keySet();
    }
}
