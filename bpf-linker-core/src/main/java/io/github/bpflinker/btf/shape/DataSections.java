package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.Map;

/**
 * Gives each DATASEC the size of its section. LLVM writes 0 and leaves the rest to libbpf, but the kernel refuses 0 and
 * other loaders need not know.
 */
final class DataSections {

    private DataSections() {}

    /**
     * Sets the sizes.
     *
     * @param sizes in bytes, by the name of the ELF section; others, such as {@code .ksyms}, stay as they are
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
