package io.github.bpflinker.link;

import io.github.bpflinker.link.pass.UnrollLoops;
import io.github.bpflinker.option.LinkOption;
import java.util.ArrayList;
import java.util.List;

/** The process-wide LLVM options for a request. */
final class LlvmOptions {

    private static final String NO_LIMIT = "4294967295";

    private LlvmOptions() {}

    static List<String> of(LinkRequest request) {
        List<String> options = new ArrayList<>();
        // Since LLVM 17, calls at cold call sites are not inlined. Small accessors that are marked cold would remain
        // calls and fail in code generation because of results over 64 bits.
        options.add("--cold-callsite-rel-freq=0");
        // The upgrade concerns debug information of ten years ago, but it verifies each module, and prints and
        // terminates the process on errors.
        options.add("--disable-auto-upgrade-debug-info");
        // In-order expansion generates calls of the builtins for some sizes, which not every kernel supports.
        if (!request.has(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER)
                && !request.has(LinkOption.INLINE_ALL)
                && !request.has(LinkOption.UNROLL_ALL)) {
            options.add("--bpf-expand-memcpy-in-order");
        }
        if (!request.has(LinkOption.ALLOW_BPF_TRAP)) {
            // Since LLVM 22; older versions have neither the option nor the trap.
            options.add("--bpf-disable-trap-unreachable");
        }
        if (KernelProfile.hasIndirectJumps(request)) {
            // A jump table needs no addresses in data, unlike a lookup table of addresses, which LLVM prefers.
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
