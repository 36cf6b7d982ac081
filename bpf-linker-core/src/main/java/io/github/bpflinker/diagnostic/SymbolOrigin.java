package io.github.bpflinker.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * A helper or kfunc of the kernel with the name of an undefined symbol or a similar one.
 *
 * @param name its name, equal or similar to that of the symbol
 * @param helper the number of a helper; null for a kfunc
 */
public record SymbolOrigin(String name, @Nullable Integer helper) implements Payload {
    @Override
    public Kind kind() {
        return Kind.SYMBOL_ORIGIN;
    }
}
