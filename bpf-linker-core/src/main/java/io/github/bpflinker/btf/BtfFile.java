package io.github.bpflinker.btf;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The BTF of a file: an ELF file with {@code .BTF} and perhaps {@code .BTF.ext}, or a bare {@code .BTF} section such as
 * {@code /sys/kernel/btf/vmlinux}. Which of the two is told by content.
 *
 * @param ext what {@code .BTF.ext} says, if there is one
 */
public record BtfFile(Btf btf, Optional<BtfExt> ext) {

    /**
     * Reads a file.
     *
     * @param base what it is split from, if it is split
     * @throws LinkException if it can't be read, is invalid, or is an ELF file without BTF ({@link Problem#BTF_INVALID})
     */
    public static BtfFile read(Path file, @Nullable Btf base) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw failure(Problem.INPUT_IS_DIRECTORY, name, null);
        }
        try {
            return read(name, ByteBuffer.wrap(Files.readAllBytes(file)), base);
        } catch (NoSuchFileException e) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_MISSING).withInput(name), e);
        } catch (IOException e) {
            throw failure(Problem.INPUT_UNREADABLE, name, e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name what errors call it
     * @param bytes the file, from position to limit
     * @param base what it is split from, if it is split
     * @throws LinkException if it is invalid or an ELF file without BTF ({@link Problem#BTF_INVALID})
     */
    public static BtfFile read(String name, ByteBuffer bytes, @Nullable Btf base) {
        if (!bytes.hasRemaining()) {
            throw failure(Problem.INPUT_EMPTY, name, null);
        }
        if (ElfFile.startsLikeElf(bytes)) {
            return read(ElfFile.read(name, bytes), base);
        }
        return new BtfFile(BtfReader.read(name, bytes, base), Optional.empty());
    }

    /**
     * Reads the BTF of an ELF file. Offsets in errors count from the start of the section.
     *
     * @param base what it is split from, if it is split
     * @throws LinkException with {@link Problem#BTF_INVALID} if it is invalid or there is none
     */
    public static BtfFile read(ElfFile elf, @Nullable Btf base) {
        ElfSection section = elf.section(".BTF").orElseThrow(() -> BtfErrors.invalid(elf.name(), "no .BTF section"));
        Btf btf = BtfReader.read(elf.name(), section.content(), base);
        Optional<BtfExt> ext =
                elf.section(".BTF.ext").map(found -> BtfExtReader.read(elf.name(), found.content(), btf));
        return new BtfFile(btf, ext);
    }

    private static LinkException failure(Problem problem, String name, @Nullable IOException cause) {
        Diagnostic diagnostic = Diagnostic.error(problem).withInput(name);
        return new LinkException(cause == null ? diagnostic : diagnostic.withDetail(SystemReason.of(cause)), cause);
    }
}
