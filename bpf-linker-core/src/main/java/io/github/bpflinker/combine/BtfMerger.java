package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.btf.RenumberedBtf;
import io.github.bpflinker.btf.dedup.BtfDedup;
import io.github.bpflinker.btf.dedup.BtfPruner;
import io.github.bpflinker.btf.shape.ObjectBtf;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Merges the types of the inputs: those of one after those of the other, one function or variable for each symbol that
 * they share, one DATASEC for each section. What is equal is then kept once.
 */
final class BtfMerger {

    private static final String NAME = "the combined types";

    private final List<RelocatableObject> objects;
    private final SectionLayout layout;
    private final SymbolMerger symbols;
    private final ByteOrder order;
    private final List<BtfType> types = new ArrayList<>();
    /** The first id of an input's types, less one. */
    private final Map<RelocatableObject, Integer> shift = new HashMap<>();

    private BtfMerger(List<RelocatableObject> objects, SectionLayout layout, SymbolMerger symbols, ByteOrder order) {
        this.objects = objects;
        this.layout = layout;
        this.symbols = symbols;
        this.order = order;
    }

    /** The types and records of the result. Inputs without types have none in it. */
    static ObjectBtf merge(
            List<RelocatableObject> objects, SectionLayout layout, SymbolMerger symbols, ByteOrder order) {
        return new BtfMerger(objects, layout, symbols, order).merge();
    }

    private ObjectBtf merge() {
        for (RelocatableObject object : objects) {
            append(object);
        }
        DataSectionMerger sections = new DataSectionMerger(layout, symbols);
        objects.forEach(object -> object.btf().ifPresent(btf -> sections.add(object, btf, id -> newId(object, id))));
        int withoutSections = types.size();
        types.addAll(sections.merged());
        setLinkage();
        Btf all = Btf.of(NAME, order, types);
        int[] representatives = representatives(all.typeCount());
        for (int id = 1; id <= withoutSections; id++) {
            if (all.type(id) instanceof BtfType.Datasec section) {
                representatives[id] = joinedSection(all, withoutSections, section.name());
            }
        }
        RenumberedBtf joined = RenumberedBtf.of(all, id -> representatives[id], id -> true);
        ObjectBtf object = new ObjectBtf(joined.btf(), records().remap(joined.ids()));
        return withoutRepetition(UndescribedFunctions.describe(object, symbols));
    }

    /** The id of the joined DATASEC of that name; {@code void} if nothing of it is left. */
    private static int joinedSection(Btf all, int withoutSections, String name) {
        return all.ids(name)
                .filter(id -> id > withoutSections && all.type(id) instanceof BtfType.Datasec)
                .findFirst()
                .orElse(0);
    }

    private void append(RelocatableObject object) {
        shift.put(object, types.size());
        object.btf().ifPresent(btf -> {
            for (BtfType type : btf.types()) {
                types.add(type.withReferences(id -> newId(object, id)));
            }
        });
    }

    private int newId(RelocatableObject object, int id) {
        return id == 0 ? 0 : id + shift.getOrDefault(object, 0);
    }

    /** For each id the one that stays: another one for declarations of what is defined or declared elsewhere. */
    private int[] representatives(int count) {
        int[] representatives = new int[count];
        Arrays.setAll(representatives, id -> id);
        for (RelocatableObject object : objects) {
            object.declarations().all().forEach((name, ids) -> chosen(name)
                    .ifPresent(stays -> ids.forEach(id -> representatives[newId(object, id)] = stays)));
        }
        return representatives;
    }

    /** The function or variable that stands for all declarations and definitions of a shared symbol. */
    private Optional<Integer> chosen(String name) {
        Optional<RelocatableObject> definer = symbols.global(name).flatMap(CombinedSymbol::definer);
        Optional<Integer> definition =
                definer.flatMap(object -> object.declarations().definition(name).map(id -> newId(object, id)));
        return definition.or(() -> objects.stream()
                .flatMap(object -> object.declarations().find(name).map(id -> newId(object, id)).stream())
                .findFirst());
    }

    /**
     * Gives functions and variables that are defined the linkage of their symbols. Those that become local are static, so
     * that the kernel does not verify them on their own; the definition of one that is only declared may have no type.
     */
    private void setLinkage() {
        for (CombinedSymbol symbol : symbols.globals()) {
            if (symbol.isDefined()) {
                BtfLinkage linkage = symbol.isLocal() ? BtfLinkage.STATIC : BtfLinkage.GLOBAL;
                chosen(symbol.name()).ifPresent(id -> types.set(id - 1, withLinkage(types.get(id - 1), linkage)));
            }
        }
    }

    private BtfType withLinkage(BtfType type, BtfLinkage linkage) {
        if (type instanceof BtfType.Func function) {
            return new BtfType.Func(function.name(), withNames(function.type()), linkage);
        }
        return type instanceof BtfType.Var variable ? new BtfType.Var(variable.name(), variable.type(), linkage) : type;
    }

    /** Of a function with code, the kernel wants names of all parameters; a declaration can do without. */
    private int withNames(int id) {
        if (!(types.get(id - 1) instanceof BtfType.FuncProto prototype)
                || prototype.params().stream().noneMatch(BtfMerger::isNameless)) {
            return id;
        }
        List<BtfType.Param> params = new ArrayList<>();
        for (BtfType.Param param : prototype.params()) {
            String name = isNameless(param) ? "arg" + (params.size() + 1) : param.name();
            params.add(new BtfType.Param(name, param.type()));
        }
        types.add(new BtfType.FuncProto(prototype.result(), params));
        return types.size();
    }

    /** Whether a parameter lacks a name; the dots of a variadic function have neither name nor type. */
    private static boolean isNameless(BtfType.Param param) {
        return param.name().isEmpty() && param.type() != 0;
    }

    private BtfExt records() {
        return new BtfExt(
                joined(
                        BtfExt::functions,
                        (object, entry, base) ->
                                new BtfExt.FuncInfo(entry.offset() + base, newId(object, entry.type()))),
                joined(
                        BtfExt::lines,
                        (object, entry, base) -> new BtfExt.LineInfo(
                                entry.offset() + base, entry.file(), entry.text(), entry.line(), entry.column())),
                joined(
                        BtfExt::relocations,
                        (object, entry, base) -> new CoreRelocation(
                                entry.offset() + base, newId(object, entry.type()), entry.access(), entry.kind())));
    }

    /** Moves a record of an input to its place in the result. */
    @FunctionalInterface
    private interface Move<T> {
        T to(RelocatableObject object, T entry, long base);
    }

    private <T extends BtfExt.Entry> List<BtfExt.Section<T>> joined(
            Function<BtfExt, List<BtfExt.Section<T>>> kind, Move<T> move) {
        Map<String, List<T>> bySection = new LinkedHashMap<>();
        for (RelocatableObject object : objects) {
            for (BtfExt.Section<T> section : kind.apply(object.ext())) {
                List<T> entries = bySection.computeIfAbsent(section.name(), name -> new ArrayList<>());
                baseOf(object, section.name()).ifPresent(base -> section.entries()
                        .forEach(entry -> entries.add(move.to(object, entry, base))));
            }
        }
        List<BtfExt.Section<T>> joined = new ArrayList<>();
        bySection.forEach((name, entries) -> {
            entries.sort(Comparator.comparingLong(BtfExt.Entry::offset));
            if (!entries.isEmpty()) {
                joined.add(new BtfExt.Section<>(name, entries));
            }
        });
        return joined;
    }

    private Optional<Long> baseOf(RelocatableObject object, String section) {
        return object.file()
                .section(section)
                .flatMap(found -> layout.place(object, found.index()))
                .map(SectionLayout.Place::base);
    }

    private static ObjectBtf withoutRepetition(ObjectBtf object) {
        RenumberedBtf unique = BtfDedup.dedup(object.btf());
        BtfExt ext = object.ext().remap(unique.ids());
        RenumberedBtf reachable = BtfPruner.prune(unique.btf(), ext);
        return new ObjectBtf(reachable.btf(), ext.remap(reachable.ids()));
    }
}
