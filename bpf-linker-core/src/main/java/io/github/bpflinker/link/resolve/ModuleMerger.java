package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Merges modules into one, with only the required definitions. Unreferenced definitions of archive members become
 * {@code linkonce}, of which LLVM moves only those that the result references. Their linkage is restored afterwards.
 */
public final class ModuleMerger {

    /** The name of the object's {@code STT_FILE} symbol, the same for every link. */
    private static final String MODULE_NAME = "bpf-linker";

    private final Module merged;
    private final TargetLayout target;
    private final String dataLayout;
    private final Predicate<GlobalValue> keep;
    private final Set<String> interposed;
    private final Map<String, IrLinkage> converted = new HashMap<>();
    private final Map<GlobalValue, String> origins = new HashMap<>();

    private ModuleMerger(
            Module merged,
            TargetLayout target,
            String dataLayout,
            Predicate<GlobalValue> keep,
            Set<String> interposed) {
        this.merged = merged;
        this.target = target;
        this.dataLayout = dataLayout;
        this.keep = keep;
        this.interposed = interposed;
    }

    /**
     * Merges the modules of a resolution.
     *
     * @param resolution the modules to merge, which are consumed
     * @param machine the code generator of the target
     * @param keep definitions of archive members that are kept without a reference
     */
    public static MergedModule merge(
            Context context,
            Resolution resolution,
            TargetLayout target,
            TargetMachine machine,
            Predicate<GlobalValue> keep) {
        String dataLayout = machine.dataLayout();
        resolution.modules().forEach(module -> target.adopt(module, dataLayout));
        DuplicateDefinitionCheck.check(resolution.modules());
        CoreRelocations.keepApart(resolution.modules(), machine);
        Module merged = context.newModule(MODULE_NAME);
        try {
            ModuleMerger merger = new ModuleMerger(merged, target, dataLayout, keep, interposed(resolution.modules()));
            return merger.mergeAll(resolution);
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    private MergedModule mergeAll(Resolution resolution) {
        merged.setDataLayout(dataLayout);
        merged.setTargetTriple(target.triple());
        List<MergedModule.MergedInput> inputs = new ArrayList<>();
        for (OpenModule module : resolution.modules()) {
            if (!module.direct()) {
                convertUnwanted(module, resolution);
            }
            List<String> compilers = module.module().compilers();
            mergeOne(module);
            inputs.add(new MergedModule.MergedInput(
                    module.name(), module.reason(), module.askedBy(), module.direct(), compilers));
        }
        restoreLinkages();
        merged.setName(MODULE_NAME);
        return new MergedModule(merged, inputs, originsByName());
    }

    private void convertUnwanted(OpenModule module, Resolution resolution) {
        for (GlobalValue value : module.module().globalValues()) {
            IrLinkage linkage = value.linkage();
            IrLinkage optional =
                    switch (linkage) {
                        case EXTERNAL, WEAK_ODR -> IrLinkage.LINK_ONCE_ODR;
                        // Remains interposable, so that a strong definition can replace it.
                        case WEAK_ANY -> IrLinkage.LINK_ONCE_ANY;
                        default -> linkage;
                    };
            if (optional == linkage || value.isDeclaration() || value.kind() == GlobalValue.Kind.IFUNC) {
                continue;
            }
            String name = value.name();
            boolean replacesWeak = linkage == IrLinkage.EXTERNAL && interposed.contains(name);
            if (!resolution.wanted().contains(name) && !replacesWeak && !keep.test(value)) {
                value.setLinkage(optional);
                converted.put(name, linkage);
            }
        }
    }

    /**
     * The names with a weak definition. Strong definitions of these names must not become {@code linkonce}, which would
     * not replace the weak one.
     */
    private static Set<String> interposed(List<OpenModule> modules) {
        Set<String> names = new HashSet<>();
        for (OpenModule module : modules) {
            module.symbols().definitions().forEach((name, linkage) -> {
                if (linkage.isWeak()) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    private void mergeOne(OpenModule module) {
        List<String> replaced = forgetReplaced(module);
        try {
            merged.link(module.module());
        } catch (LlvmError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.BITCODE_INVALID)
                            .withInput(module.name())
                            .withDetail(e.text()),
                    e);
        }
        // Not all of them each time, which takes minutes for thousands of inputs: LLVM appends what it adds.
        merged.latestGlobalValues(origins::containsKey).forEach(value -> remember(value, module));
        replaced.forEach(name -> merged.find(name).ifPresent(value -> remember(value, module)));
    }

    private void remember(GlobalValue value, OpenModule module) {
        if (!value.isDeclaration() && value.linkage() != IrLinkage.APPENDING) {
            origins.putIfAbsent(value, module.name());
        }
    }

    /** Forgets definitions that LLVM frees because a strong one replaces them, since their memory can be reused. */
    private List<String> forgetReplaced(OpenModule module) {
        List<String> replaced = new ArrayList<>();
        for (String name : module.defined()) {
            merged.find(name)
                    .filter(value -> value.linkage() == IrLinkage.COMMON
                            || (value.linkage().isWeak() && module.definesStrongly(name)))
                    .ifPresent(value -> {
                        origins.remove(value);
                        replaced.add(name);
                    });
        }
        return replaced;
    }

    private void restoreLinkages() {
        converted.forEach((name, linkage) -> merged.find(name)
                .filter(value -> !value.isDeclaration())
                .filter(value ->
                        value.linkage() == IrLinkage.LINK_ONCE_ODR || value.linkage() == IrLinkage.LINK_ONCE_ANY)
                .ifPresent(value -> value.setLinkage(linkage)));
    }

    private Map<String, String> originsByName() {
        Map<String, String> names = new HashMap<>();
        for (GlobalValue value : merged.globalValues()) {
            String origin = origins.get(value);
            if (origin != null) {
                names.put(value.name(), origin);
            }
        }
        return names;
    }
}
