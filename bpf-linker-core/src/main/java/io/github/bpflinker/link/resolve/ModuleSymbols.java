package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.CoreIntrinsics;
import io.github.bpflinker.llvm.CoreVariables;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.Module;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The definitions and undefined symbols of a module, read without function bodies.
 *
 * @param definitions the definitions visible to other modules, with their linkage
 * @param undefined the undefined names
 * @param core the form of its CO-RE relocations
 */
record ModuleSymbols(Map<String, IrLinkage> definitions, Set<String> undefined, Core core) {

    /** The forms of CO-RE relocations, depending on whether clang ran its passes. */
    enum Core {
        NONE,
        VARIABLES,
        INTRINSICS
    }

    /** The prefix of names reserved by LLVM: intrinsics, {@code llvm.used}, and the variables of CO-RE accesses. */
    private static final String LLVM_PREFIX = "llvm.";

    static ModuleSymbols of(Module module) {
        Map<String, IrLinkage> definitions = new TreeMap<>();
        Set<String> undefined = new TreeSet<>();
        Core core = Core.NONE;
        for (GlobalValue value : module.globalValues()) {
            IrLinkage linkage = value.linkage();
            if (linkage.isLocal() || linkage == IrLinkage.APPENDING) {
                continue;
            }
            String name = value.name();
            if (name.startsWith(LLVM_PREFIX)) {
                if (CoreIntrinsics.isName(name)) {
                    core = Core.INTRINSICS;
                } else if (core == Core.NONE && CoreVariables.isName(name)) {
                    core = Core.VARIABLES;
                }
                continue;
            }
            if (linkage == IrLinkage.AVAILABLE_EXTERNALLY) {
                undefined.add(name);
            } else if (!value.isDeclaration()) {
                definitions.put(name, linkage);
            } else if (linkage != IrLinkage.EXTERNAL_WEAK && !isResolvedByLoader(value)) {
                undefined.add(name);
            }
        }
        return new ModuleSymbols(definitions, undefined, core);
    }

    private static boolean isResolvedByLoader(GlobalValue declaration) {
        return (declaration instanceof Function function && function.isIntrinsic())
                || LoaderExternSections.isResolvedByLoader(declaration);
    }
}
