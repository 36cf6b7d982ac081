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
 * Removes the memory builtins that code generation does not call, and internalizes the others, which code generation
 * still finds. Must run last before code generation.
 *
 * <p>Builtins are kept if they are referenced by name or if an intrinsic such as {@code llvm.memcpy} can be lowered to
 * a call of them. Code generation decides this by the size, so a first run of code generation can determine the
 * required builtins exactly.
 */
public final class PruneMemoryBuiltins implements LinkPass {

    private static final int SIZE_OPERAND = 2;

    private final Exports exports;
    private final TargetMachine machine;
    private final Optional<Set<String>> asked;

    /** Creates the pass; exported builtins are not changed. */
    public PruneMemoryBuiltins(Exports exports, TargetMachine machine) {
        this(exports, machine, Optional.empty());
    }

    /**
     * Creates the pass with the builtins that code generation requested in an earlier run.
     *
     * @param asked names of the requested builtins; those for intrinsics of variable size are always kept
     */
    public PruneMemoryBuiltins(Exports exports, TargetMachine machine, Set<String> asked) {
        this(exports, machine, Optional.of(Set.copyOf(asked)));
    }

    private PruneMemoryBuiltins(Exports exports, TargetMachine machine, Optional<Set<String>> asked) {
        this.exports = exports;
        this.machine = machine;
        this.asked = asked;
    }

    /** Whether a module defines a memory builtin, which may be unused. */
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
                // The remaining ones reference only themselves and each other.
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

    /** The builtins that are referenced, or may be after code generation, by anything other than an unused builtin. */
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

    /** The users of a builtin, by name or, if the requested builtins are not known, through an intrinsic. */
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

    /** The intrinsics for a builtin, such as {@code llvm.memset.p0.i64}. */
    private static Stream<Function> intrinsics(Module module, Function builtin) {
        String prefix = "llvm." + builtin.name() + ".";
        return module.functions().stream().filter(function -> function.name().startsWith(prefix));
    }
}
