package io.github.bpflinker.input;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Determines the kind of a file or archive member by its first bytes and reads its headers. */
final class ContentDetector {

    /** The section in which clang and rustc embed bitcode. */
    private static final String BITCODE_SECTION = ".llvmbc";

    /** The section in which rustc stores a crate's metadata, in an ELF object without other content. */
    private static final String RUST_METADATA_SECTION = ".rmeta";

    private ContentDetector() {}

    /** What {@code bytes} hold for a link; empty if there is nothing. */
    static Optional<InputContent> content(String name, ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        if (BitcodeReader.startsLikeBitcode(bytes)) {
            return Optional.of(new ModuleInput(name, BitcodeReader.file(name, bytes)));
        }
        if (ElfFile.startsLikeElf(bytes)) {
            return ofElf(ElfFile.read(name, bytes));
        }
        if (IrText.isText(bytes) && IrText.isIr(bytes)) {
            ByteBuffer text = bytes.asReadOnlyBuffer();
            return Optional.of(new ModuleInput(
                    name, List.of(new ModuleSource(name, ModuleSource.Format.IR_TEXT, text, Optional.empty()))));
        }
        return Optional.empty();
    }

    private static Optional<InputContent> ofElf(ElfFile file) {
        List<ByteBuffer> bitcode = file.sections().stream()
                .filter(section -> section.name().equals(BITCODE_SECTION))
                .map(ElfSection::content)
                .toList();
        List<ModuleSource> modules = BitcodeReader.modules(file.name(), bitcode);
        if (!modules.isEmpty()) {
            return Optional.of(new ModuleInput(file.name(), modules));
        }
        if (file.type() != ElfFile.ET_REL || file.section(RUST_METADATA_SECTION).isPresent()) {
            return Optional.empty();
        }
        List<String> undefined = file.symbols().stream()
                .filter(symbol -> symbol.isUndefined() && !symbol.isWeak())
                .map(ElfSymbol::name)
                .distinct()
                .toList();
        boolean defines = file.symbols().stream().anyMatch(ContentDetector::isDefinition);
        return Optional.of(
                defines && file.machine() == ElfFile.EM_BPF
                        ? CompiledObject.of(file, undefined)
                        : new ObjectWithoutBitcode(file.name(), undefined, defines));
    }

    private static boolean isDefinition(ElfSymbol symbol) {
        return symbol.section() > 0 && symbol.type() != ElfSymbol.Type.SECTION;
    }
}
