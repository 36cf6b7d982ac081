package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads inputs. The kind of an input is determined by its content, not by its name. */
public final class InputReader {

    private InputReader() {}

    /**
     * Reads a file or buffer and determines its kind.
     *
     * @throws LinkException if it is missing, unreadable, empty, invalid, or of a kind that can't be linked
     */
    public static InputContent read(Input input) {
        if (input instanceof Input.OfFile ofFile) {
            Path file = ofFile.file();
            return read(
                    input.name(),
                    FileBytes.ofRegular(input.name(), file),
                    file.toAbsolutePath().getParent());
        }
        ByteBuffer content = ((Input.OfBuffer) input).content();
        return read(input.name(), content.duplicate(), null);
    }

    private static InputContent read(String name, ByteBuffer bytes, @Nullable Path folder) {
        if (!bytes.hasRemaining()) {
            throw failure(Problem.INPUT_EMPTY, name, null);
        }
        if (ArchiveReader.startsLikeArchive(bytes)) {
            return ArchiveReader.read(name, bytes, folder);
        }
        Optional<InputContent> content = ContentDetector.content(name, bytes);
        if (content.isPresent()) {
            return content.get();
        }
        if (ElfFile.startsLikeElf(bytes)) {
            throw failure(Problem.INPUT_WITHOUT_BITCODE, name, null);
        }
        throw failure(Problem.INPUT_UNKNOWN_KIND, name, UnlinkableContent.describe(bytes));
    }

    private static LinkException failure(Problem problem, String name, @Nullable String detail) {
        return new LinkException(Diagnostic.error(problem).withInput(name).withDetail(detail));
    }
}
