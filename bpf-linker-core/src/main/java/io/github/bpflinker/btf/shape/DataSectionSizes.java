package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.Map;

/**
 * Sets the size of each DATASEC to that of its ELF section. LLVM writes 0, which libbpf replaces at load time; the
 * kernel rejects 0, and other loaders may not replace it.
 */
final class DataSectionSizes {

    private DataSectionSizes() {}

    /**
     * Returns the object with the sizes set.
     *
     * @param sizes in bytes, by the name of the ELF section; a DATASEC without an entry, such as {@code .ksyms}, is not
     *     changed
     */
    static ObjectBtf apply(ObjectBtf object, Map<String, Long> sizes) {
        return object.withTypes(object.btf().types().stream()
                .map(type -> type instanceof BtfType.Datasec section ? sized(section, sizes) : type)
                .toList());
    }

    private static BtfType sized(BtfType.Datasec section, Map<String, Long> sizes) {
        Long size = sizes.get(section.name());
        return size == null || section.size() != 0
                ? section
                : new BtfType.Datasec(section.name(), size, section.vars());
    }
}
