package io.github.bpflinker.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * What the kernel has under the name of an undefined symbol, or under a name much like it.
 *
 * @param name as the kernel has it; that of the symbol itself, or the nearest one
 * @param helper the number by which programs call it, if it is a helper; null for a kernel function (kfunc)
 */
public record SymbolOrigin(String name, @Nullable Integer helper) implements Payload {
    @Override
    public Kind kind() {
        return Kind.SYMBOL_ORIGIN;
    }
}
