package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Classifies the undefined symbols of an object by the BTF sections that list them. */
final class Externs {

    private enum Kind {
        CONFIGURATION,
        FUNCTION,
        VARIABLE,
        /** A kernel variable without a type, whose address the loader looks up in kallsyms. */
        ADDRESS
    }

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Map<String, Integer> parameters = new HashMap<>();

    Externs(Optional<BtfFile> btf) {
        btf.map(BtfFile::btf).ifPresent(this::read);
    }

    private void read(Btf btf) {
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.Datasec section) {
                boolean configuration = section.name().equals(".kconfig");
                if (configuration || section.name().equals(".ksyms")) {
                    for (BtfType.SectionVar listed : section.vars()) {
                        BtfType symbol = btf.type(listed.type());
                        kinds.put(symbol.name(), configuration ? Kind.CONFIGURATION : kind(btf, symbol));
                        if (symbol instanceof BtfType.Func function
                                && btf.type(function.type()) instanceof BtfType.FuncProto prototype) {
                            parameters.put(symbol.name(), prototype.params().size());
                        }
                    }
                }
            }
        }
    }

    private static Kind kind(Btf btf, BtfType symbol) {
        if (symbol instanceof BtfType.Var variable) {
            return btf.strip(variable.type()) == 0 ? Kind.ADDRESS : Kind.VARIABLE;
        }
        return Kind.FUNCTION;
    }

    InstructionTarget resolve(ElfSymbol symbol, boolean call) {
        if (call) {
            return kfunc(symbol);
        }
        @Nullable Kind kind = kinds.get(symbol.name());
        if (kind == null) {
            return InstructionTarget.Nothing.HERE;
        }
        return switch (kind) {
            case CONFIGURATION -> new InstructionTarget.GlobalData(symbol.name(), InstructionTarget.GlobalData.KCONFIG);
            case FUNCTION -> kfunc(symbol);
            case VARIABLE -> new InstructionTarget.KernelVariable(symbol);
            case ADDRESS -> InstructionTarget.Nothing.HERE;
        };
    }

    private InstructionTarget kfunc(ElfSymbol symbol) {
        @Nullable Integer count = parameters.get(symbol.name());
        return new InstructionTarget.Kfunc(symbol, count == null ? OptionalInt.empty() : OptionalInt.of(count));
    }
}
