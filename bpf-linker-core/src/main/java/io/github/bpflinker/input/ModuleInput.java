package io.github.bpflinker.input;

import java.util.List;

/**
 * An input with LLVM modules: bitcode, IR text, or an ELF object with embedded bitcode.
 *
 * @param name the name used in messages
 * @param modules at least one, in file order
 */
public record ModuleInput(String name, List<ModuleSource> modules) implements InputContent {

    public ModuleInput {
        modules = List.copyOf(modules);
    }
}
