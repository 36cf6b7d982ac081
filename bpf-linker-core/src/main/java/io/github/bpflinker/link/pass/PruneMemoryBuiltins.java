package io.github.bpflinker.link.pass;

import io.github.bpflinker.link.resolve.MemoryBuiltins;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Deletes the memory builtins that code generation won't ask for, and makes the others local; its calls find them
 * nonetheless. The last step before code generation.
 *
 * <p>Those stay that something refers to by name, and those that an intrinsic such as {@code llvm.memcpy} may become a call
 * of. Whether it does, code generation decides by the size; who has tried knows better, and says which were asked for.
 */
public final class PruneMemoryBuiltins implements LinkPass {

    private static final int SIZE_OPERAND = 2;

    private final Exports exports;
    private final TargetMachine machine;
    private final Optional<Set<String>> asked;

    /** Makes the pass; exported builtins are left alone. */
    public PruneMemoryBuiltins(Exports exports, TargetMachine machine) {
        this(exports, machine, Optional.empty());
    }

    /**
     * Makes the pass for what code generation was seen to ask for.
     *
     * @param asked names of builtins; those that intrinsics of a variable size become calls of are asked for anyway
     */
    public PruneMemoryBuiltins(Exports exports, TargetMachine machine, Set<String> asked) {
        this(exports, machine, Optional.of(Set.copyOf(asked)));
    }

    private PruneMemoryBuiltins(Exports exports, TargetMachine machine, Optional<Set<String>> asked) {
        this.exports = exports;
        this.machine = machine;
        this.asked = asked;
    }

    /** Whether a module has a memory builtin of its own, so that one may be there in vain. */
    public static boolean isAnyIn(Module module) {
        return MemoryBuiltins.NAMES.stream()
                .flatMap(name -> module.function(name).stream())
                .anyMatch(Function::isDefinition);
    }

    @Override
    public void run(Module module) {
        List<Function> builtins = own(module);
        Set<Function> needed = needed(module, builtins);
        if (needed.size() < builtins.size()) {
            for (Function builtin : builtins) {
                if (!needed.contains(builtin)) {
                    makeLocal(builtin);
                }
            }
            try {
                // Nothing but themselves and each other refers to them, so that they go.
                module.runPasses("globaldce", machine);
            } catch (LlvmError e) {
                throw new IllegalStateException(e.text(), e);
            }
        }
        needed.forEach(PruneMemoryBuiltins::makeLocal);
    }

    private static void makeLocal(Function builtin) {
        builtin.setHidden(false);
        builtin.setLinkage(IrLinkage.INTERNAL);
    }

    private List<Function> own(Module module) {
        return MemoryBuiltins.NAMES.stream()
                .flatMap(name -> module.function(name).stream())
                .filter(function ->
                        !function.isDeclaration() && !function.linkage().isLocal())
                .filter(function -> !exports.test(function))
                .toList();
    }

    /** Those that something else than an unneeded builtin refers to, or may come to refer to in code generation. */
    private Set<Function> needed(Module module, List<Function> builtins) {
        Set<Function> needed = new HashSet<>();
        for (Function builtin : builtins) {
            if (asked.isPresent()
                    && (asked.get().contains(builtin.name()) || isAskedForAVariableSize(module, builtin))) {
                needed.add(builtin);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Function builtin : builtins) {
                boolean isAsked = !needed.contains(builtin)
                        && askers(module, builtin)
                                .anyMatch(asker -> !asker.equals(builtin)
                                        && (needed.contains(asker) || !builtins.contains(asker)));
                changed |= isAsked && needed.add(builtin);
            }
        }
        return needed;
    }

    /** What refers to a builtin, by its name or, while it is not known what becomes of them, through an intrinsic. */
    private Stream<GlobalValue> askers(Module module, Function builtin) {
        Stream<GlobalValue> byName = builtin.usingGlobals().stream();
        return asked.isPresent()
                ? byName
                : Stream.concat(
                        byName, intrinsics(module, builtin).flatMap(intrinsic -> intrinsic.usingGlobals().stream()));
    }

    private static boolean isAskedForAVariableSize(Module module, Function builtin) {
        return intrinsics(module, builtin)
                .flatMap(intrinsic -> intrinsic.usingInstructions().stream())
                .anyMatch(call -> !call.isConstantOperand(SIZE_OPERAND));
    }

    /** Such as {@code llvm.memset.p0.i64}. */
    private static Stream<Function> intrinsics(Module module, Function builtin) {
        String prefix = "llvm." + builtin.name() + ".";
        return module.functions().stream().filter(function -> function.name().startsWith(prefix));
    }
}
