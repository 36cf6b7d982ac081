package io.github.bpflinker.link;

import java.util.List;

/**
 * What a link kept, from which input, and which symbol asked for it. Immutable.
 *
 * @param inputs the modules that were linked, in the order in which they were merged
 * @param symbols the definitions in the result, sorted by name
 */
public record LinkMap(List<LinkedInput> inputs, List<LinkedSymbol> symbols) {

    public LinkMap {
        inputs = List.copyOf(inputs);
        symbols = List.copyOf(symbols);
    }

    /**
     * A module that was linked.
     *
     * @param name the file, or {@code archive(member)}
     * @param reason why: {@code command line}, {@code whole archive}, or the symbol that asked for an archive member
     * @param askedBy the input that refers to that symbol; the name itself if it was asked for from outside
     */
    public record LinkedInput(String name, String reason, String askedBy) {}

    /**
     * A definition in the result.
     *
     * @param name the symbol
     * @param kind {@code function}, {@code data} or {@code alias}
     * @param section the section that it was put into; empty for LLVM's choice
     * @param input the input that brought it
     * @param exported whether it stays visible in the object
     */
    public record LinkedSymbol(String name, String kind, String section, String input, boolean exported) {}
}
