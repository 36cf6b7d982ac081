package io.github.bpflinker.input;

import java.util.List;

/**
 * LLVM modules: of a bitcode file, of IR text, or embedded in an ELF object.
 *
 * @param name what messages call the whole
 * @param modules at least one, in the order of the file
 */
public record ModuleInput(String name, List<ModuleSource> modules) implements InputContent {

    public ModuleInput {
        modules = List.copyOf(modules);
    }
}
