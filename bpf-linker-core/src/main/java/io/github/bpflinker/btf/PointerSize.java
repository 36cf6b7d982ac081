package io.github.bpflinker.btf;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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
        return of(types.stream().filter(type -> LONG.contains(type.name())));
    }

    static int of(BtfIndex types) {
        return of(LONG.stream()
                .flatMapToInt(name -> types.find(name, BtfKind.INT).stream())
                .sorted()
                .mapToObj(types::type));
    }

    /** The size of the first of types that are named like {@code long} and may be it. */
    private static int of(Stream<BtfType> types) {
        return types.filter(type -> type instanceof BtfType.Int)
                .mapToInt(type -> (int) ((BtfType.Int) type).size())
                .filter(size -> size == Integer.BYTES || size == Long.BYTES)
                .findFirst()
                .orElse(DEFAULT);
    }
}
