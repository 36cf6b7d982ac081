package io.github.bpflinker.load.bind;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.testing.Mutations;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Damage that stays within a section of an ELF file, so that the reader of ELF files takes it. */
final class SectionDamage {

    private SectionDamage() {}

    static Arbitrary<byte[]> of(byte[] object) {
        List<ElfSection> sections = ElfFile.read("object", ByteBuffer.wrap(object)).sections().stream()
                .filter(section -> section.content().remaining() >= Integer.BYTES)
                .filter(section -> !section.name().startsWith(".debug"))
                .filter(section -> !section.name().startsWith(".rel.debug"))
                .toList();
        return Arbitraries.of(sections).flatMap(section -> damage(object, section));
    }

    private static Arbitrary<byte[]> damage(byte[] object, ElfSection section) {
        byte[] content = new byte[section.content().remaining()];
        section.content().get(content);
        int start = indexOf(object, content);
        return Arbitraries.oneOf(Mutations.damage(content), Mutations.extremes(content))
                .map(changed -> {
                    byte[] copy = object.clone();
                    System.arraycopy(changed, 0, copy, start, Math.min(changed.length, content.length));
                    return copy;
                });
    }

    private static int indexOf(byte[] object, byte[] content) {
        int start = 0;
        while (!Arrays.equals(object, start, start + content.length, content, 0, content.length)) {
            start++;
        }
        return start;
    }
}
