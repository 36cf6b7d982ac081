package io.github.bpflinker.btf;

import java.util.List;
import java.util.Set;

/**
 * Determines the size of pointers, which BTF does not record: it is the size of {@code long} on every architecture of
 * Linux.
 */
final class PointerSize {

    private static final Set<String> LONG = Set.of(
            "long",
            "long int",
            "int long",
            "signed long",
            "signed long int",
            "unsigned long",
            "long unsigned",
            "unsigned long int",
            "long unsigned int");

    private static final int DEFAULT = 8;

    private PointerSize() {}

    static int of(List<BtfType> types) {
        for (BtfType type : types) {
            if (type instanceof BtfType.Int integer
                    && (integer.size() == 4 || integer.size() == 8)
                    && LONG.contains(integer.name())) {
                return (int) integer.size();
            }
        }
        return DEFAULT;
    }
}
