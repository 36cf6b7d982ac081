package io.github.bpflinker.input;

import java.util.List;

/**
 * An ELF object that is not linked, because it has no bitcode and either no definitions, such as the {@code symbols.o}
 * with which rustc lists required symbols, or code of another machine.
 *
 * @param name the name used in messages
 * @param undefined the undefined symbols, each once, in symbol table order; without weak references, which load no
 *     archive member
 * @param defines whether it defines symbols; a list of required symbols defines none
 */
public record ObjectWithoutBitcode(String name, List<String> undefined, boolean defines) implements InputContent {

    public ObjectWithoutBitcode {
        undefined = List.copyOf(undefined);
    }
}
