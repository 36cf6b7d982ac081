package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.shape.BtfShaper;
import io.github.bpflinker.btf.shape.ObjectBtf;
import io.github.bpflinker.btf.shape.ObjectFunction;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Describes the functions of inputs without types. Where another input declares such a function, it has that type; of
 * others, neither parameters nor result are known.
 */
final class UndescribedFunctions {

    private final ObjectBtf object;
    private final Set<String> described = new HashSet<>();

    private UndescribedFunctions(ObjectBtf object) {
        this.object = object;
        object.ext().functions().forEach(section -> section.entries()
                .forEach(record -> described.add(place(section.name(), record.offset()))));
    }

    private static String place(String section, long offset) {
        return section + "+" + offset;
    }

    /** Adds what is missing; nothing changes if all functions have a record. */
    static ObjectBtf describe(ObjectBtf object, SymbolMerger symbols) {
        UndescribedFunctions undescribed = new UndescribedFunctions(object);
        List<ObjectFunction> functions = new ArrayList<>();
        Map<String, List<BtfExt.FuncInfo>> records = new LinkedHashMap<>();
        for (CombinedSymbol symbol : symbols.inOrder()) {
            String section = symbol.section().map(CombinedSection::name).orElse("");
            if (symbol.type() == ElfSymbol.Type.FUNC && !undescribed.isDescribed(section, symbol)) {
                OptionalInt declared = undescribed.declaration(symbol);
                if (declared.isPresent()) {
                    records.computeIfAbsent(section, name -> new ArrayList<>())
                            .add(new BtfExt.FuncInfo(symbol.value(), declared.getAsInt()));
                }
                functions.add(new ObjectFunction(symbol.name(), section, symbol.value(), !symbol.isLocal(), 0, true));
            }
        }
        return functions.isEmpty() ? object : BtfShaper.describeAll(undescribed.with(records), functions);
    }

    private boolean isDescribed(String section, CombinedSymbol symbol) {
        return section.isEmpty() || described.contains(place(section, symbol.value()));
    }

    /** The function of that name in the types of other inputs. */
    private OptionalInt declaration(CombinedSymbol symbol) {
        Btf btf = object.btf();
        return btf.ids(symbol.name())
                .filter(id -> btf.type(id).kind() == BtfKind.FUNC && !symbol.isLocal())
                .filter(id -> btf.type(((BtfType.Func) btf.type(id)).type()) instanceof BtfType.FuncProto)
                .findFirst();
    }

    private ObjectBtf with(Map<String, List<BtfExt.FuncInfo>> records) {
        List<BtfExt.Section<BtfExt.FuncInfo>> sections =
                new ArrayList<>(object.ext().functions());
        records.forEach((name, added) -> sections.add(new BtfExt.Section<>(name, added)));
        return new ObjectBtf(
                object.btf(),
                new BtfExt(sections, object.ext().lines(), object.ext().relocations()));
    }
}
