package io.github.bpflinker.input;

import java.util.List;

/**
 * An ELF object without bitcode, such as the {@code symbols.o} that rustc writes to say what it needs. Its own code is
 * of no use here.
 *
 * @param name the name used in messages
 * @param undefined the symbols that it needs defined, each once, in the order of its symbol table; without weak
 *     references, which ask for no archive member
 * @param defines whether it defines symbols itself, which a list of symbols does not
 */
public record SymbolObject(String name, List<String> undefined, boolean defines) implements InputContent {

    public SymbolObject {
        undefined = List.copyOf(undefined);
    }
}
