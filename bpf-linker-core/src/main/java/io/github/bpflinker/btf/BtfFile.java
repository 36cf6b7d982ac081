package io.github.bpflinker.btf;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.input.FileBytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The BTF of a file: either an ELF file with {@code .BTF} and optionally {@code .BTF.ext}, or a raw {@code .BTF}
 * section such as {@code /sys/kernel/btf/vmlinux}. The content of the file decides which of the two it is.
 *
 * @param ext the content of {@code .BTF.ext}, if the file has that section
 */
public record BtfFile(Btf btf, Optional<BtfExt> ext) {

    /**
     * Reads a file.
     *
     * @param base the base of split BTF; null for BTF that stands alone
     * @throws LinkException if it can't be read, is invalid, or is an ELF file without BTF ({@link
     *     Problem#BTF_INVALID})
     */
    public static BtfFile read(Path file, @Nullable Btf base) {
        String name = file.toString();
        return read(name, FileBytes.of(name, file), base);
    }

    /**
     * Reads the content of a file.
     *
     * @param name the name used in error messages
     * @param bytes the file, from position to limit
     * @param base the base of split BTF; null for BTF that stands alone
     * @throws LinkException if it is invalid or an ELF file without BTF ({@link Problem#BTF_INVALID})
     */
    public static BtfFile read(String name, ByteBuffer bytes, @Nullable Btf base) {
        if (!bytes.hasRemaining()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_EMPTY).withInput(name));
        }
        if (ElfFile.startsLikeElf(bytes)) {
            return read(ElfFile.read(name, bytes), base);
        }
        return new BtfFile(BtfReader.read(name, bytes, base), Optional.empty());
    }

    /**
     * Reads the BTF of an ELF file. Offsets in errors count from the start of the section.
     *
     * @param base the base of split BTF; null for BTF that stands alone
     * @throws LinkException with {@link Problem#BTF_INVALID} if it is invalid or there is none
     */
    public static BtfFile read(ElfFile elf, @Nullable Btf base) {
        ElfSection section = elf.section(".BTF").orElseThrow(() -> BtfErrors.invalid(elf.name(), "no .BTF section"));
        Btf btf = BtfReader.read(elf.name(), section.content(), base);
        Optional<BtfExt> ext =
                elf.section(".BTF.ext").map(found -> BtfExtReader.read(elf.name(), found.content(), btf));
        return new BtfFile(btf, ext);
    }
}
