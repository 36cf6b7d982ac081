package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.link.pass.AddMissingSignatures;
import io.github.bpflinker.link.pass.AllowInlining;
import io.github.bpflinker.link.pass.AvoidOrOnStackAddresses;
import io.github.bpflinker.link.pass.DisableJumpTables;
import io.github.bpflinker.link.pass.DropPersonalities;
import io.github.bpflinker.link.pass.DropProbestack;
import io.github.bpflinker.link.pass.DropUnwindTables;
import io.github.bpflinker.link.pass.DropVariantParts;
import io.github.bpflinker.link.pass.ExitOnPanic;
import io.github.bpflinker.link.pass.Exports;
import io.github.bpflinker.link.pass.HidePlaceTables;
import io.github.bpflinker.link.pass.InlineEverything;
import io.github.bpflinker.link.pass.InlineMemoryBuiltins;
import io.github.bpflinker.link.pass.Internalize;
import io.github.bpflinker.link.pass.KeepFunctionsInText;
import io.github.bpflinker.link.pass.LinkPass;
import io.github.bpflinker.link.pass.LowerRelaxedAtomics;
import io.github.bpflinker.link.pass.NamePrivateTables;
import io.github.bpflinker.link.pass.Optimize;
import io.github.bpflinker.link.pass.OverrideOptnone;
import io.github.bpflinker.link.pass.ProvideMemoryBuiltins;
import io.github.bpflinker.link.pass.RenumberPassthroughs;
import io.github.bpflinker.link.pass.ReplaceCharacterTypes;
import io.github.bpflinker.link.pass.ReturnAtUnreachable;
import io.github.bpflinker.link.pass.SplitOveralignedMemcpy;
import io.github.bpflinker.link.pass.UnrollLoops;
import io.github.bpflinker.link.pass.UseNonFetchingAtomicAdd;
import io.github.bpflinker.llvm.TargetMachine;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.version.LlvmVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The passes of a request in order. */
final class Passes {

    private final LinkRequest request;

    Passes(LinkRequest request) {
        this.request = request;
    }

    /** The passes before LLVM's optimization. */
    List<LinkPass> beforeOptimizing(Exports exports, LlvmVersion llvm, Consumer<Diagnostic> warnings) {
        List<LinkPass> passes = new ArrayList<>();
        if (!request.has(LinkOption.RELOCATABLE) && !request.has(LinkOption.KEEP_OPTNONE)) {
            passes.add(new OverrideOptnone(warnings));
        }
        passes.add(new DropProbestack());
        passes.add(new RenumberPassthroughs());
        passes.add(new AllowInlining(request.has(LinkOption.IGNORE_INLINE_NEVER)));
        passes.add(new DropUnwindTables());
        if (withBuiltins() && !request.has(LinkOption.RELOCATABLE)) {
            passes.add(new ProvideMemoryBuiltins());
        }
        if (request.btf() && DropVariantParts.isNeededBy(llvm)) {
            passes.add(new DropVariantParts(warnings));
        }
        passes.add(new Internalize(exports, keptBuiltins()));
        if (!request.has(LinkOption.RELOCATABLE)) {
            passes.addAll(reshaping());
        }
        return passes;
    }

    /** The passes that adapt the code to older kernels. */
    private List<LinkPass> reshaping() {
        List<LinkPass> passes = new ArrayList<>();
        if (!KernelProfile.hasIndirectJumps(request)) {
            passes.add(new DisableJumpTables());
        }
        if (request.get(LinkOption.PANIC_EXIT).isPresent()) {
            passes.add(new ExitOnPanic());
        }
        if (!builtinsStay()) {
            passes.add(new InlineMemoryBuiltins());
        }
        if (request.has(LinkOption.INLINE_ALL)) {
            passes.add(new InlineEverything());
        }
        return passes;
    }

    /** LLVM's optimization, and the passes that must run after inlining. */
    List<LinkPass> optimizing(TargetMachine machine, LlvmVersion llvm) {
        List<LinkPass> passes = new ArrayList<>();
        passes.add(
                request.has(LinkOption.UNROLL_ALL)
                        ? new UnrollLoops(request.optimization(), machine, llvm)
                        : new Optimize(request.optimization(), machine));
        if (!request.has(LinkOption.ALLOW_BPF_TRAP)
                || request.get(LinkOption.PANIC_EXIT).isPresent()) {
            passes.add(
                    new ReturnAtUnreachable(request.get(LinkOption.PANIC_EXIT).orElse(0)));
        }
        passes.add(new DropPersonalities());
        passes.add(new LowerRelaxedAtomics());
        if (!KernelProfile.fetchesAtomically(request)) {
            passes.add(new UseNonFetchingAtomicAdd());
        }
        passes.add(new SplitOveralignedMemcpy());
        passes.add(new AvoidOrOnStackAddresses());
        if (request.btf()) {
            passes.add(new ReplaceCharacterTypes());
            passes.add(new AddMissingSignatures());
        }
        passes.add(new KeepFunctionsInText());
        passes.add(new RenumberPassthroughs());
        passes.add(new NamePrivateTables());
        passes.add(new HidePlaceTables());
        return passes;
    }

    /** Whether the memory builtins are handled specially. */
    boolean withBuiltins() {
        return !request.has(LinkOption.DISABLE_MEMORY_BUILTINS);
    }

    /** Whether the module contains the memory builtins during code generation. */
    boolean builtinsReachCodeGeneration() {
        return withBuiltins() && builtinsStay() && !request.has(LinkOption.RELOCATABLE);
    }

    private Internalize.Builtins keptBuiltins() {
        if (!withBuiltins() || !builtinsStay()) {
            return Internalize.Builtins.AS_ANY_FUNCTION;
        }
        return request.has(LinkOption.RELOCATABLE) ? Internalize.Builtins.WEAK : Internalize.Builtins.HIDDEN;
    }

    /** Whether the object can contain the memory builtins as functions with loops. */
    private boolean builtinsStay() {
        return !request.has(LinkOption.INLINE_ALL) && !request.has(LinkOption.UNROLL_ALL);
    }
}
