package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfRewriter;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.pass.PruneMemoryBuiltins;
import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.LlvmMessage;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.version.KernelVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Generates the outputs of an optimized module. Code generation modifies a module, so each output uses a copy.
 *
 * <p>Debug information that is not part of the output is removed from the copy. If LLVM then reports an error, code
 * generation is repeated with debug information to determine the source line.
 */
public final class CodeGenerator {

    private static final String BUILTIN_CALL = "A call to built-in function '";

    private final Module module;
    private final TargetMachine machine;
    private final Exports exports;
    private final Settings settings;
    /** Whether the module has the memory builtins of the outputs only. */
    private boolean pruned;

    private final Set<String> builtins = new TreeSet<>();
    private @Nullable ByteBuffer written;
    private @Nullable BpfObject object;
    private final List<Diagnostic> warnings = new ArrayList<>();

    /**
     * The options of code generation.
     *
     * @param name the name of the object in messages
     * @param debugInfo whether outputs have debug information, and objects BTF
     * @param cleanNames whether other outputs use the names of the object's BTF
     * @param keepDwarf whether objects keep DWARF in addition to BTF
     * @param withBuiltins whether the module defines memory builtins
     * @param ignoreErrors whether to generate output after errors
     * @param kernel the oldest kernel that must accept the BTF, if one is given
     */
    public record Settings(
            String name,
            boolean debugInfo,
            boolean cleanNames,
            boolean keepDwarf,
            boolean withBuiltins,
            boolean ignoreErrors,
            Optional<KernelVersion> kernel) {}

    /**
     * Creates a generator.
     *
     * @param optimized the module, from which the generator removes the memory builtins that no output needs
     */
    public CodeGenerator(Module optimized, TargetMachine machine, Exports exports, Settings settings) {
        this.module = optimized;
        this.machine = machine;
        this.exports = exports;
        this.settings = settings;
        this.pruned = !settings.withBuiltins();
    }

    /** The module from which the outputs were generated. */
    public Module written() {
        if (!pruned) {
            keepPruned(new PruneMemoryBuiltins(exports, machine));
        }
        return module;
    }

    /** The object, if one was generated; parsed once. */
    public Optional<BpfObject> object() {
        return Optional.ofNullable(object);
    }

    /** The warnings of LLVM, and its errors if these are ignored. */
    public List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }

    /**
     * Generates one kind of output.
     *
     * @throws LinkException if the code can't be expressed in BPF
     */
    public ByteBuffer write(OutputKind kind) {
        if (kind == OutputKind.OBJ || (kind == OutputKind.ASM && mayHaveTooMany())) {
            ByteBuffer made = writeObject();
            if (kind == OutputKind.OBJ) {
                return made;
            }
        }
        try {
            return writeOnce(kind);
        } catch (LlvmError e) {
            throw failed(e);
        }
    }

    /** Whether there may be memory builtins that the code generator does not call. */
    private boolean mayHaveTooMany() {
        if (pruned || !PruneMemoryBuiltins.isAnyIn(module)) {
            return false;
        }
        try (Module copy = copy(OutputKind.ASM)) {
            return PruneMemoryBuiltins.isAnyIn(copy);
        }
    }

    /**
     * The object with exactly the memory builtins that its code calls, which are determined from the undefined symbols
     * of a first run.
     */
    private ByteBuffer writeObject() {
        ByteBuffer known = written;
        if (known != null) {
            return known;
        }
        try {
            Emitted emitted = emit(OutputKind.OBJ);
            ElfFile file = ElfFile.read("output", emitted.content());
            while (settings.withBuiltins() && builtins.addAll(missingBuiltins(file))) {
                emitted = emit(OutputKind.OBJ);
                file = ElfFile.read("output", emitted.content());
            }
            if (!pruned) {
                keepPruned(pruning(OutputKind.OBJ));
            }
            ByteBuffer made = finish(file, emitted);
            written = made;
            object = BpfObject.read(settings.name(), made);
            return made;
        } catch (LlvmError e) {
            throw failed(e);
        }
    }

    /** Removes the builtins in the module itself. Nothing is generated with others afterwards. */
    private void keepPruned(PruneMemoryBuiltins pruning) {
        pruning.run(module);
        pruned = true;
    }

    private PruneMemoryBuiltins pruning(OutputKind kind) {
        return kind == OutputKind.OBJ
                ? new PruneMemoryBuiltins(exports, machine, builtins)
                : new PruneMemoryBuiltins(exports, machine);
    }

    /** A copy of the module, with the builtins that an output may need. */
    private Module copy(OutputKind kind) {
        Module copy = module.copy();
        if (!pruned) {
            pruning(kind).run(copy);
        }
        return copy;
    }

    private ByteBuffer writeOnce(OutputKind kind) throws LlvmError {
        Emitted emitted = emit(kind);
        return kind == OutputKind.ASM && settings.debugInfo() ? asInTheObject(emitted.content()) : emitted.content();
    }

    /**
     * What LLVM wrote.
     *
     * @param aside the symbols that had other names meanwhile
     */
    private record Emitted(ByteBuffer content, SymbolsNamedLikeSections aside) {}

    private Emitted emit(OutputKind kind) throws LlvmError {
        try (Module copy = copy(kind)) {
            if (!settings.debugInfo()) {
                copy.stripDebugInfo();
            }
            SymbolsNamedLikeSections aside = setAside(copy, kind);
            ByteBuffer output = emit(copy, kind);
            report(kind, aside.inMessages(copy.context().takeMessages()));
            return new Emitted(output, aside);
        }
    }

    private static LinkException failed(LlvmError error) {
        return new LinkException(Diagnostic.error(Problem.CODE_GENERATION).withDetail(error.text()), error);
    }

    /** The assembly with the BTF of the object and without the sections that the object does not have. */
    private ByteBuffer asInTheObject(ByteBuffer assembly) {
        return AssemblyText.withSectionsOf(ElfFile.read("output", writeObject()), assembly, settings.keepDwarf());
    }

    private static SymbolsNamedLikeSections setAside(Module module, OutputKind kind) {
        return kind == OutputKind.OBJ || kind == OutputKind.ASM
                ? SymbolsNamedLikeSections.setAside(module)
                : SymbolsNamedLikeSections.none();
    }

    private ByteBuffer finish(ElfFile file, Emitted emitted) {
        SymbolsNamedLikeSections aside = emitted.aside();
        if (settings.debugInfo()) {
            return ObjectPostProcessor.finish(file, module, settings.keepDwarf(), settings.kernel(), aside);
        }
        return aside.isEmpty()
                ? emitted.content()
                : ElfRewriter.rewrite(file, section -> false, Map.of(), aside.originals());
    }

    private ByteBuffer emit(Module module, OutputKind kind) throws LlvmError {
        if (!settings.cleanNames() || kind == OutputKind.OBJ) {
            return write(module, kind);
        }
        Map<DebugNode, String> names = SanitizeDebugNames.giveTo(module);
        try {
            return write(module, kind);
        } finally {
            names.forEach(DebugNode::setName);
        }
    }

    private ByteBuffer write(Module module, OutputKind kind) throws LlvmError {
        return switch (kind) {
            case OBJ -> machine.emit(module, TargetMachine.FileType.OBJECT);
            case ASM -> machine.emit(module, TargetMachine.FileType.ASSEMBLY);
            case LLVM_BC -> module.toBitcode();
            case LLVM_IR ->
                ByteBuffer.wrap(module.toIr().getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
        };
    }

    private void report(OutputKind kind, List<LlvmMessage> messages) throws LlvmError {
        List<Diagnostic> found = translate(messages);
        boolean failed = found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        if (failed && !settings.debugInfo()) {
            found = withLocations(kind, found);
        }
        if (failed && !settings.ignoreErrors()) {
            found = new ArrayList<>(found);
            found.removeIf(diagnostic -> diagnostic.severity() != Severity.ERROR);
            throw new LinkException(found, null);
        }
        found.stream()
                .map(diagnostic -> diagnostic.severity() == Severity.ERROR
                        ? diagnostic.withSeverity(Severity.WARNING)
                        : diagnostic)
                .filter(diagnostic -> !warnings.contains(diagnostic))
                .forEach(warnings::add);
    }

    /** The same errors from a run with debug information. */
    private List<Diagnostic> withLocations(OutputKind kind, List<Diagnostic> found) throws LlvmError {
        try (Module again = copy(kind)) {
            SymbolsNamedLikeSections aside = setAside(again, kind);
            emit(again, kind);
            List<Diagnostic> better = translate(aside.inMessages(again.context().takeMessages()));
            return better.isEmpty() ? found : better;
        }
    }

    private List<Diagnostic> translate(List<LlvmMessage> messages) {
        List<Diagnostic> found = messages.stream()
                .filter(message -> !isNoise(message))
                .map(message -> CodegenMessage.translate(message, module))
                .distinct()
                .toList();
        Set<List<Object>> places = new HashSet<>();
        return found.stream()
                .filter(diagnostic -> diagnostic.location() == null || places.add(place(diagnostic)))
                .toList();
    }

    /**
     * The key by which errors are deduplicated. The first error at a location is the cause; later ones, such as about
     * the result of a library call, are consequences.
     */
    private static List<Object> place(Diagnostic diagnostic) {
        return List.of(diagnostic.problem(), Objects.requireNonNull(diagnostic.location()));
    }

    /** Whether an error is spurious: LLVM reports calls of builtins even if the module defines them. */
    private boolean isNoise(LlvmMessage message) {
        int name = message.text().indexOf(BUILTIN_CALL);
        if (name < 0 || !settings.withBuiltins()) {
            return false;
        }
        int start = name + BUILTIN_CALL.length();
        int end = message.text().indexOf('\'', start);
        return end > 0 && MemoryBuiltins.NAMES.contains(message.text().substring(start, end));
    }

    private static List<String> missingBuiltins(ElfFile file) {
        return file.symbols().stream()
                .filter(ElfSymbol::isUndefined)
                .map(ElfSymbol::name)
                .filter(MemoryBuiltins.NAMES::contains)
                .toList();
    }
}
