package io.github.bpflinker.link.emit;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExtReader;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.shape.BtfShaper;
import io.github.bpflinker.btf.shape.ObjectBtf;
import io.github.bpflinker.btf.shape.ObjectFunction;
import io.github.bpflinker.btf.shape.VariableNames;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfRelocator;
import io.github.bpflinker.elf.ElfRewriter;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.version.KernelVersion;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Post-processes an object that LLVM generated with debug information: rewrites its BTF so that kernels accept it, and
 * removes DWARF unless it is requested.
 */
final class ObjectPostProcessor {

    private static final String BTF = ".BTF";
    private static final String BTF_EXT = ".BTF.ext";

    private final ElfFile file;
    private final Module module;
    private final boolean keepDwarf;
    private final Optional<KernelVersion> kernel;
    private final SymbolsNamedLikeSections aside;

    private ObjectPostProcessor(
            ElfFile file,
            Module module,
            boolean keepDwarf,
            Optional<KernelVersion> kernel,
            SymbolsNamedLikeSections aside) {
        this.file = file;
        this.module = module;
        this.keepDwarf = keepDwarf;
        this.kernel = kernel;
        this.aside = aside;
    }

    /**
     * Returns the final object.
     *
     * @param object the object that LLVM generated
     * @param module the module from which it was generated
     * @param keepDwarf whether to keep {@code .debug_*}
     * @param kernel the oldest kernel that must accept the BTF, if one is given
     * @param aside the renamed symbols, whose names are restored
     */
    static ByteBuffer finish(
            ElfFile object,
            Module module,
            boolean keepDwarf,
            Optional<KernelVersion> kernel,
            SymbolsNamedLikeSections aside) {
        return new ObjectPostProcessor(object, module, keepDwarf, kernel, aside).run();
    }

    private ByteBuffer run() {
        Optional<ElfSection> btf = file.section(BTF);
        Map<String, ByteBuffer> replaced = new HashMap<>();
        boolean keepBtf = btf.isPresent() && describesPrograms();
        if (keepBtf) {
            BtfWriter.Sections shaped = shape(btf.get());
            replaced.put(BTF, shaped.btf());
            replaced.put(BTF_EXT, shaped.ext());
        }
        return ElfRewriter.rewrite(file, section -> isDropped(section, keepBtf), replaced, aside.originals());
    }

    private boolean isDropped(ElfSection section, boolean keepBtf) {
        String name = section.name();
        if (name.startsWith(BTF)) {
            return !keepBtf;
        }
        if (name.startsWith(".rel" + BTF)) {
            return true;
        }
        return !keepDwarf && (name.startsWith(".debug_") || name.startsWith(".rel.debug_"));
    }

    /** Whether the BTF has types of programs. libbpf rejects BTF without them. */
    private boolean describesPrograms() {
        List<Function> programs = module.functions().stream()
                .filter(function ->
                        !function.isDeclaration() && !function.linkage().isLocal())
                .toList();
        return programs.isEmpty()
                || programs.stream().anyMatch(function -> function.location().isPresent());
    }

    private BtfWriter.Sections shape(ElfSection section) {
        Btf btf = BtfReader.read(file.name(), ElfRelocator.apply(file, section));
        BtfExt ext = file.section(BTF_EXT)
                .map(found -> BtfExtReader.read(file.name(), ElfRelocator.apply(file, found), btf))
                .orElse(BtfExt.empty());
        ObjectBtf object = VariableNames.apply(new ObjectBtf(btf, ext), aside.originals());
        ObjectBtf shaped = BtfShaper.shape(object, functions(), sectionSizes(), kernel);
        return BtfWriter.write(shaped.btf(), shaped.ext());
    }

    private Map<String, Long> sectionSizes() {
        Map<String, Long> sizes = new HashMap<>();
        file.sections().forEach(section -> sizes.put(section.name(), section.size()));
        return sizes;
    }

    private List<ObjectFunction> functions() {
        List<ObjectFunction> functions = new ArrayList<>();
        for (ElfSymbol symbol : file.symbols()) {
            if (symbol.type() != ElfSymbol.Type.FUNC) {
                continue;
            }
            file.sectionOf(symbol)
                    .filter(ElfSection::isExecutable)
                    .ifPresent(section -> functions.add(function(symbol, section)));
        }
        return functions;
    }

    private ObjectFunction function(ElfSymbol symbol, ElfSection section) {
        String name = aside.originals().getOrDefault(symbol.name(), symbol.name());
        Optional<Function> source = module.function(name);
        return new ObjectFunction(
                name,
                section.name(),
                symbol.value(),
                !symbol.isLocal(),
                source.map(function -> function.type().parameterCount()).orElse(0),
                source.map(function -> !function.type().returnType().isVoid()).orElse(true));
    }
}
