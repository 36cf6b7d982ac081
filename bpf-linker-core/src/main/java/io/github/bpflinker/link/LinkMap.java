package io.github.bpflinker.link;

import java.util.List;
import java.util.Locale;

/**
 * The link map: the linked modules with the reason for each, and the symbols of the result. Immutable.
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
     * @param reason the reason: {@code command line}, {@code whole archive}, or the symbol that required an archive
     *     member
     * @param askedBy the input that references that symbol; the name itself if it is an export
     */
    public record LinkedInput(String name, String reason, String askedBy) {}

    /**
     * A definition in the result.
     *
     * @param name the symbol
     * @param kind what it is
     * @param section its section; empty if LLVM chooses it
     * @param input the input that defines it
     * @param exported whether it stays visible in the object
     */
    public record LinkedSymbol(String name, SymbolKind kind, String section, String input, boolean exported) {}

    /** What a symbol is of. */
    public enum SymbolKind {
        /** A function. */
        FUNCTION,
        /** A variable. */
        DATA,
        /** Another name of a function or of data. */
        ALIAS,
        /** A function that is chosen when the program is loaded. */
        IFUNC;

        /** As the link map has it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
