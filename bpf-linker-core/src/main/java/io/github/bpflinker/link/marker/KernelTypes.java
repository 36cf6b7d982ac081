package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.input.FileBytes;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.TargetTypes;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds and reads the kernel types in which markers are looked up. */
final class KernelTypes {

    /** The types of the running kernel. */
    static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");

    private KernelTypes() {}

    /**
     * Reads the types.
     *
     * @param asked the file of the option; empty for those of the running kernel
     * @throws LinkException if it can't be read, is no BTF, or there is none
     */
    static TargetTypes read(Optional<Path> asked) {
        if (asked.isEmpty() && !Files.isReadable(RUNNING)) {
            throw new LinkException(
                    Diagnostic.error(Problem.KERNEL_TYPES_MISSING).withInput(RUNNING.toString()));
        }
        Path file = asked.orElse(RUNNING);
        String name = file.toString();
        ByteBuffer bytes = FileBytes.of(name, file);
        if (!bytes.hasRemaining()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_EMPTY).withInput(name));
        }
        BtfIndex index = BtfIndex.read(name, ElfFile.startsLikeElf(bytes) ? section(name, bytes) : bytes);
        return new IndexedTypes(name, 0, () -> index, null);
    }

    private static ByteBuffer section(String name, ByteBuffer bytes) {
        return ElfFile.read(name, bytes)
                .section(".BTF")
                .map(ElfSection::content)
                .orElseThrow(() -> new LinkException(
                        Diagnostic.error(Problem.BTF_INVALID).withInput(name).withDetail("no .BTF section")));
    }
}
