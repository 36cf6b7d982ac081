package io.github.bpflinker.link;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.link.pass.UnrollLoops;
import java.util.ArrayList;
import java.util.List;

/** The options that LLVM is given for a request. They hold for the whole process. */
final class LlvmOptions {

    private static final String NO_LIMIT = "4294967295";

    private LlvmOptions() {}

    static List<String> of(LinkRequest request) {
        List<String> options = new ArrayList<>();
        // Since LLVM 17, calls at cold places are not inlined into hot ones. Small accessors that are marked cold stay
        // calls then, and fail in code generation for their results over 64 bits.
        options.add("--cold-callsite-rel-freq=0");
        // What it is to upgrade is ten years old; what it does is to verify each module, print and end the process.
        options.add("--disable-auto-upgrade-debug-info");
        // In order means by calls of the builtins for some sizes, which not every kernel knows.
        if (!request.has(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER)
                && !request.has(LinkOption.INLINE_ALL)
                && !request.has(LinkOption.UNROLL_ALL)) {
            options.add("--bpf-expand-memcpy-in-order");
        }
        if (!request.has(LinkOption.ALLOW_BPF_TRAP)) {
            // From LLVM 22 on; older ones know neither the option nor the trap.
            options.add("--bpf-disable-trap-unreachable");
        }
        if (KernelProfile.hasIndirectJumps(request)) {
            // A jump table needs no address in data, and a lookup table of addresses, which LLVM prefers, does.
            options.add("--switch-to-lookup=false");
        }
        if (request.has(LinkOption.UNROLL_LOOPS)) {
            options.add("--unroll-runtime");
            options.add("--unroll-runtime-multi-exit");
            options.add("--unroll-max-upperbound=" + NO_LIMIT);
            options.add("--unroll-threshold=" + NO_LIMIT);
        }
        if (request.has(LinkOption.UNROLL_ALL)) {
            options.addAll(UnrollLoops.LLVM_OPTIONS);
        }
        options.addAll(request.llvmArgs());
        return List.copyOf(options);
    }
}
