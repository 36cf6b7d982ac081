package io.github.bpflinker.elf;

import java.nio.ByteBuffer;

/**
 * Applies the relocations of a metadata section, such as {@code .BTF}. They are 32-bit offsets of symbols in their
 * sections.
 */
public final class ElfRelocator {

    private ElfRelocator() {}

    /** Returns a copy of the section's content with the symbols' values added. */
    public static ByteBuffer apply(ElfFile file, ElfSection section) {
        ByteBuffer old = section.content();
        ByteBuffer content = ByteBuffer.allocate(old.remaining()).order(file.order());
        content.put(old).flip();
        for (ElfRelocation relocation : file.relocations(section)) {
            boolean inside = relocation.offset() >= 0 && relocation.offset() <= content.limit() - Integer.BYTES;
            if (!inside) {
                throw ElfBytes.invalid(
                        file.name(), "relocation at " + relocation.offset() + ", outside " + section.name());
            }
            int at = (int) relocation.offset();
            long value = content.getInt(at) + relocation.symbol().value() + relocation.addend();
            content.putInt(at, (int) value);
        }
        return content;
    }
}
