package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.GlobalFunctionFacts;
import io.github.bpflinker.kernel.table.SectionNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects what global functions take and return, which the kernel verifies each on its own. */
final class GlobalFunctions {

    private static final String TAG = "arg:";
    private static final String CONTEXT_TAG = "arg:ctx";

    private final Btf btf;
    private final Set<String> visible;

    /** The tags of arguments, by the id of the function and the number of the argument. */
    private final Map<Integer, Map<Integer, Set<String>>> tags = new HashMap<>();

    GlobalFunctions(BpfObject object, Btf btf) {
        this.btf = btf;
        // Loaders make hidden functions static.
        this.visible = object.file().symbols().stream()
                .filter(symbol -> !symbol.isHidden())
                .map(ElfSymbol::name)
                .collect(Collectors.toSet());
        for (BtfType type : btf.types()) {
            if (type instanceof BtfType.DeclTag tag && tag.name().startsWith(TAG)) {
                tags.computeIfAbsent(tag.type(), function -> new HashMap<>())
                        .computeIfAbsent(tag.component(), argument -> new HashSet<>())
                        .add(tag.name());
            }
        }
    }

    /**
     * Scans functions.
     *
     * @param global takes each that is global
     * @param found takes a function and what it requires
     */
    void scan(Set<BpfFunction> functions, Consumer<BpfFunction> global, BiConsumer<BpfFunction, Feature> found) {
        for (BpfFunction function : functions) {
            if (function.role() == BpfFunction.Role.SUBPROGRAM
                    && function.exported()
                    && visible.contains(function.name())) {
                scan(function, global, found);
            }
        }
    }

    private void scan(BpfFunction function, Consumer<BpfFunction> global, BiConsumer<BpfFunction, Feature> found) {
        OptionalInt id = btf.find(function.name(), BtfKind.FUNC);
        if (id.isEmpty()
                || !(btf.type(id.getAsInt()) instanceof BtfType.Func declared)
                || declared.linkage() != BtfLinkage.GLOBAL
                || !(btf.type(declared.type()) instanceof BtfType.FuncProto prototype)) {
            return;
        }
        global.accept(function);
        Map<Integer, Set<String>> tagged = tags.getOrDefault(id.getAsInt(), Map.of());
        for (int i = 0; i < prototype.params().size(); i++) {
            argument(
                    prototype.params().get(i),
                    tagged.getOrDefault(i, Set.of()),
                    feature -> found.accept(function, feature));
        }
        result(prototype.result(), feature -> found.accept(function, feature));
    }

    private void argument(BtfType.Param argument, Set<String> tagged, Consumer<Feature> found) {
        tagged.forEach(tag -> GlobalFunctionFacts.of(tag).ifPresent(found));
        if (!(btf.type(btf.strip(argument.type())) instanceof BtfType.Ptr pointer) || tagged.contains(CONTEXT_TAG)) {
            return;
        }
        BtfType target = btf.type(btf.strip(pointer.type()));
        if (SectionNames.ofContext(target.name()).isPresent()) {
            return;
        }
        boolean unsized = target instanceof BtfType.Void || target instanceof BtfType.Fwd;
        boolean explained =
                tagged.stream().anyMatch(tag -> GlobalFunctionFacts.of(tag).isPresent());
        if (!explained) {
            GlobalFunctionFacts.of(unsized ? "void-pointer" : "pointer").ifPresent(found);
        }
    }

    private void result(int type, Consumer<Feature> found) {
        BtfType result = btf.type(btf.strip(type));
        if (result instanceof BtfType.Void) {
            GlobalFunctionFacts.of("void").ifPresent(found);
        } else if (!(result instanceof BtfType.Int || result instanceof BtfType.Enumeration)) {
            GlobalFunctionFacts.of("result").ifPresent(found);
        }
    }
}
