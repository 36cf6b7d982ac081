package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.BpfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.ObjectMap;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds variables that contain addresses. Addresses need relocations, and loaders apply none in global data ({@code
 * .data}, {@code .rodata}): libbpf 1.8 skips those of all sections except code, {@code .maps} and {@code .struct_ops}
 * ({@code bpf_object__elf_collect}). The object loads without an error, and programs read 0.
 */
public final class AddressesInData {

    private record Place(int section, long offset) {}

    private final BpfObject object;
    private final Module module;
    private final Set<Place> seen = new HashSet<>();
    private final List<Diagnostic> found = new ArrayList<>();

    private AddressesInData(BpfObject object, Module module) {
        this.object = object;
        this.module = module;
    }

    /**
     * Checks the variables of an object.
     *
     * @param module the module from which it was generated
     * @return an error for each such variable, in the order of the object's relocations
     */
    public static List<Diagnostic> in(BpfObject object, Module module) {
        return new AddressesInData(object, module).find();
    }

    private List<Diagnostic> find() {
        Set<Integer> data = new HashSet<>();
        for (ObjectMap map : object.maps()) {
            if (map.kind() == ObjectMap.Kind.GLOBAL_DATA) {
                data.add(map.section().index());
            }
        }
        for (BpfRelocation relocation : object.relocations()) {
            if (data.contains(relocation.section().index())) {
                report(relocation.section(), relocation.relocation().offset());
            }
        }
        return List.copyOf(found);
    }

    private void report(ElfSection section, long offset) {
        Optional<ElfSymbol> symbol = symbolAt(section, offset);
        long start = symbol.map(ElfSymbol::value).orElse(offset);
        if (!seen.add(new Place(section.index(), start))) {
            return;
        }
        Diagnostic diagnostic = Diagnostic.error(Problem.ADDRESS_IN_DATA).withDetail(section.name());
        if (symbol.isEmpty()) {
            found.add(diagnostic);
            return;
        }
        Diagnostic named = diagnostic.withSymbol(symbol.get().name());
        Optional<GlobalValue> variable = module.find(symbol.get().name());
        if (variable.isEmpty()) {
            found.add(named);
        } else if (matters(variable.get())) {
            found.add(at(variable.get(), named));
        }
    }

    /**
     * Whether code may read an address from the variable. Compiler-generated constants, such as the source locations of
     * Rust's panics, contain many addresses that are never read.
     */
    private static boolean matters(GlobalValue variable) {
        if (!variable.linkage().isLocal()) {
            return true;
        }
        return switch (variable.pointersRead()) {
            case READ -> true;
            case UNKNOWN -> variable.location().isPresent();
            case NOT_READ -> false;
        };
    }

    private Optional<ElfSymbol> symbolAt(ElfSection section, long offset) {
        return object.file().symbols().stream()
                .filter(symbol -> symbol.section() == section.index()
                        && symbol.type() == ElfSymbol.Type.OBJECT
                        && offset >= symbol.value()
                        && offset < symbol.value() + symbol.size())
                .findFirst();
    }

    private static Diagnostic at(GlobalValue variable, Diagnostic diagnostic) {
        if (variable.location().isPresent()) {
            return diagnostic.withLocation(variable.location().get());
        }
        return firstUse(variable, new HashSet<>())
                .map(use -> diagnostic
                        .withFunction(use.function().name())
                        .withLocation(
                                use.location().or(use.function()::location).orElse(null)))
                .orElse(diagnostic);
    }

    /** The first instruction that references the variable, directly or through other variables. */
    private static Optional<IrInstruction> firstUse(GlobalValue variable, Set<GlobalValue> seen) {
        if (!seen.add(variable)) {
            return Optional.empty();
        }
        Optional<IrInstruction> direct = variable.usingInstructions().stream().findFirst();
        return direct.or(() -> variable.usingGlobals().stream()
                .filter(user -> !(user instanceof Function))
                .flatMap(user -> firstUse(user, seen).stream())
                .findFirst());
    }
}
