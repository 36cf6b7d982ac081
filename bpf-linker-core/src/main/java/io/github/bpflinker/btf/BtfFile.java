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
        Optional<ElfFile> elf = elf(name, bytes);
        return elf.isPresent()
                ? read(elf.get(), base)
                : new BtfFile(BtfReader.read(name, bytes, base), Optional.empty());
    }

    /**
     * The encoded types of a file: its section {@code .BTF}, or all of a file that is no ELF file.
     *
     * @param name the name used in error messages
     * @param bytes the file, from position to limit
     * @throws LinkException if the file is empty, or an ELF file that is invalid or without BTF ({@link
     *     Problem#BTF_INVALID})
     */
    public static ByteBuffer encoded(String name, ByteBuffer bytes) {
        return elf(name, bytes).map(BtfFile::section).orElse(bytes);
    }

    private static Optional<ElfFile> elf(String name, ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_EMPTY).withInput(name));
        }
        return ElfFile.startsLikeElf(bytes) ? Optional.of(ElfFile.read(name, bytes)) : Optional.empty();
    }

    private static ByteBuffer section(ElfFile elf) {
        return elf.section(".BTF")
                .map(ElfSection::content)
                .orElseThrow(() -> BtfErrors.invalid(elf.name(), "no .BTF section"));
    }

    /**
     * Reads the BTF of an ELF file. Offsets in errors count from the start of the section.
     *
     * @param base the base of split BTF; null for BTF that stands alone
     * @throws LinkException with {@link Problem#BTF_INVALID} if it is invalid or there is none
     */
    public static BtfFile read(ElfFile elf, @Nullable Btf base) {
        Btf btf = BtfReader.read(elf.name(), section(elf), base);
        Optional<BtfExt> ext =
                elf.section(".BTF.ext").map(found -> BtfExtReader.read(elf.name(), found.content(), btf));
        return new BtfFile(btf, ext);
    }
}
