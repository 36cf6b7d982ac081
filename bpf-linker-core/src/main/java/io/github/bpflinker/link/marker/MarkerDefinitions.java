package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.host.KernelAbilities;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Collects what the markers of a program stand for. The kernel types are read when the first marker needs them. */
final class MarkerDefinitions {

    private static final String NUMBER = "i64 ()";
    private static final String NUMBER_IN_RUST = "fn() -> u64";

    private record Relocation(String symbol, CoreRelocation.Kind kind, LocalAccess access) {}

    private final Optional<Path> file;
    private final List<Relocation> relocations = new ArrayList<>();
    private final List<Marker.Access> accesses = new ArrayList<>();
    private final List<Marker.KernelSymbol> questions = new ArrayList<>();
    private final Map<String, MarkerExtern> externs = new TreeMap<>();
    private final LocalTypes types = new LocalTypes(this::reference);
    private @Nullable ReferenceTypes reference;
    private final List<Diagnostic> warnings = new ArrayList<>();

    /** @param file the kernel types; empty for those of the running kernel */
    MarkerDefinitions(Optional<Path> file) {
        this.file = file;
    }

    private ReferenceTypes reference() {
        ReferenceTypes known = reference;
        if (known == null) {
            Path running = KernelAbilities.KERNEL_BTF;
            if (file.isEmpty() && !Files.isReadable(running)) {
                throw new LinkException(
                        Diagnostic.error(Problem.KERNEL_TYPES_MISSING).withInput(running.toString()));
            }
            known = new ReferenceTypes(IndexedTypes.read(file.orElse(running)));
            reference = known;
            if (file.isEmpty()) {
                warnings.add(Diagnostic.warning(Problem.KERNEL_TYPES_OF_HOST).withInput(running.toString()));
            }
        }
        return known;
    }

    List<Diagnostic> warnings() {
        return warnings;
    }

    /** @throws MarkerException if the marker can't be defined */
    void add(Declared declared) {
        Marker marker = declared.marker();
        if (marker.isRelocation()) {
            declared.requireSignature(NUMBER, NUMBER_IN_RUST);
        }
        if (marker instanceof Marker.Field field) {
            add(field.symbol(), field.kind(), new FieldPaths(types).follow(field));
        } else if (marker instanceof Marker.Type type) {
            add(type.symbol(), type.kind(), new LocalAccess(whole(type), List.of()));
        } else if (marker instanceof Marker.Enumerator enumerator) {
            add(enumerator.symbol(), enumerator.kind(), enumerator(enumerator));
        } else if (marker instanceof Marker.Access access) {
            add(declared, access);
        } else {
            addExtern(declared);
        }
    }

    private void add(String symbol, CoreRelocation.Kind kind, LocalAccess access) {
        relocations.add(new Relocation(symbol, kind, access));
    }

    private void add(Declared declared, Marker.Access access) {
        String type = access.irType();
        String rust = type.equals("ptr") ? "*const c_void" : "u" + access.bytes() * Byte.SIZE;
        if (access.operation() == Marker.Operation.LOAD) {
            declared.requireSignature(type + " (ptr)", "fn(*const c_void) -> " + rust);
        } else {
            declared.requireSignature("void (ptr, " + type + ")", "fn(*mut c_void, " + rust + ")");
        }
        accesses.add(access);
    }

    private void addExtern(Declared declared) {
        Marker marker = declared.marker();
        if (marker instanceof Marker.KernelSymbol symbol && symbol.question()) {
            declared.requireSignature(NUMBER, NUMBER_IN_RUST);
            questions.add(symbol);
        }
        String name = marker instanceof Marker.Config config ? config.name() : ((Marker.KernelSymbol) marker).name();
        externs.computeIfAbsent(name, MarkerExtern::new).add(declared);
    }

    private LocalType whole(Marker.Type marker) {
        Marker.TypeName name = marker.root();
        List<Integer> found = reference().require(name);
        if (found.isEmpty()) {
            return name.word().equals("enum")
                    ? types.enumeration(name.name(), Integer.BYTES, false)
                    : types.composite(name.name(), name.word().equals("union"));
        }
        int id = found.get(0);
        if (marker.kind() != CoreRelocation.Kind.TYPE_MATCHES) {
            return types.root(id, name.name());
        }
        BtfType type = reference().type(id);
        LocalType matched = Objects.requireNonNull(types.whole(id));
        return type instanceof BtfType.Typedef typedef ? new LocalType.Typedef(typedef.name(), matched) : matched;
    }

    private LocalAccess enumerator(Marker.Enumerator marker) {
        ReferenceTypes kernel = reference();
        Marker.TypeName name = marker.root();
        List<Integer> found = kernel.require(name);
        LocalType root;
        if (found.isEmpty()) {
            root = types.enumeration(name.name(), Integer.BYTES, false);
        } else {
            int id = found.get(0);
            int stripped = kernel.strip(id);
            if (!(kernel.type(stripped) instanceof BtfType.Enumeration values)) {
                throw new MarkerException(kernel.described(id) + " is no enum");
            }
            boolean known = values.enumerators().stream()
                    .anyMatch(enumerator -> enumerator.name().equals(marker.enumerator()));
            if (!known && !ReferenceTypes.hasFlavour(name)) {
                throw kernel.unknownEnumerator(stripped, name, marker.enumerator());
            }
            root = types.root(id, name.name());
        }
        LocalType values = root instanceof LocalType.Typedef typedef ? typedef.target : root;
        ((LocalType.Enumeration) Objects.requireNonNull(values)).names.add(marker.enumerator());
        return new LocalAccess(root, List.of(LocalAccess.Step.of(marker.enumerator())));
    }

    /** Finds the types of externs, after all markers were added, and compares them with what the program has. */
    void describeExterns(Module merged, BiConsumer<GlobalValue, MarkerException> errors) {
        for (MarkerExtern symbol : externs.values()) {
            try {
                if (merged.find(symbol.name()).filter(GlobalValue::isDefinition).isPresent()) {
                    throw new MarkerException("the program itself defines '" + symbol.name() + "'");
                }
                symbol.describe(types);
            } catch (MarkerException e) {
                errors.accept(symbol.first(), e);
            }
        }
    }

    /** The module that defines them. */
    MarkerModule module(ByteOrder order) {
        LocalLayout layout = new LocalLayout();
        relocations.forEach(relocation -> layout.add(relocation.access().root()));
        externs.values().forEach(symbol -> layout.add(symbol.type()));
        MarkerModule module = new MarkerModule(layout, order);
        relocations.forEach(each -> module.relocation(each.symbol(), each.kind(), each.access()));
        accesses.forEach(module::access);
        module.externs(externs.values());
        questions.forEach(module::question);
        return module;
    }

    /** Puts the externs in the place of the markers that stand for them. */
    void replaceExterns(Module merged) {
        for (MarkerExtern symbol : externs.values()) {
            GlobalValue value = merged.find(symbol.name()).orElseThrow();
            if (symbol.isWeak()) {
                value.setLinkage(IrLinkage.EXTERNAL_WEAK);
            }
            symbol.declarations().forEach(declared -> declared.value().replaceBy(value));
        }
        merged.find(MarkerModule.KEEP).ifPresent(GlobalValue::delete);
    }
}
