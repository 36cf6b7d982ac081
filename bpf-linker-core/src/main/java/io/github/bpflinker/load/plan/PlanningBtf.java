package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.load.image.BtfImage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The BTF of an object during planning.
 *
 * @param types the types as compiled
 * @param image the BTF for the kernel, which is modified step by step
 */
record PlanningBtf(Btf types, BtfImage image) {

    static @Nullable PlanningBtf of(ObjectFile object) {
        ElfSection section = object.section(".BTF").orElse(null);
        if (section == null) {
            return null;
        }
        ByteBuffer content = section.content();
        Btf types = BtfReader.read(object.elf().name(), content);
        if (!types.order().equals(object.elf().order())) {
            throw object.malformed("its .BTF has another byte order than the file");
        }
        byte[] bytes = new byte[section.content().remaining()];
        section.content().get(bytes);
        return new PlanningBtf(types, new BtfImage(bytes));
    }
}
