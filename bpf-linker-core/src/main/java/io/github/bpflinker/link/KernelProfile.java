package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.version.KernelVersion;
import java.util.EnumSet;
import java.util.Set;

/** The options that {@code --kernel} implies: switches and CPU. */
final class KernelProfile {

    /** Calls between BPF functions: commit cc8b0b92a169. */
    private static final KernelVersion CALLS = new KernelVersion(4, 16);
    /** Bounded loops: commit 2589726d12a1. */
    private static final KernelVersion LOOPS = new KernelVersion(5, 3);
    /** 32-bit jumps ({@code BPF_JMP32}): commit 092ed0968bb6. */
    private static final KernelVersion JMP32 = new KernelVersion(5, 1);
    /** {@code BPF_JLT} and its like: commit 92b31a9af73b. */
    private static final KernelVersion JLT = new KernelVersion(4, 14);
    /** Signed division and loads, {@code gotol}: commit 1f9a1ea821ff. */
    private static final KernelVersion CPU_V4 = new KernelVersion(6, 6);
    /** Atomic operations other than addition, and its old value: "bpf: Add instructions for atomic_[cmp]xchg". */
    private static final KernelVersion FETCH = new KernelVersion(5, 12);
    /** {@code gotox}, and what jump tables need: "bpf, x86: add support for indirect jumps". */
    private static final KernelVersion INDIRECT_JUMPS = new KernelVersion(6, 19);

    private KernelProfile() {}

    /** Whether atomic operations can return the old value: unless the target kernel is older. */
    static boolean fetchesAtomically(LinkRequest request) {
        return request.get(LinkOption.KERNEL)
                .map(kernel -> kernel.isAtLeast(FETCH))
                .orElse(true);
    }

    /** Whether a target kernel with indirect jumps is set. */
    static boolean hasIndirectJumps(LinkRequest request) {
        return request.get(LinkOption.KERNEL)
                .filter(kernel -> kernel.isAtLeast(INDIRECT_JUMPS))
                .isPresent();
    }

    /** Returns the request with the options of its kernel; the same request if it has none. */
    static LinkRequest complete(LinkRequest request) {
        return request.get(LinkOption.KERNEL)
                .map(kernel -> complete(request, kernel))
                .orElse(request);
    }

    /** The remedies that a link applies for its kernel, which need not be suggested. */
    static Set<Remedy.Action> done(LinkRequest request) {
        Set<Remedy.Action> done = EnumSet.noneOf(Remedy.Action.class);
        LinkRequest completed = complete(request);
        if (completed.has(LinkOption.INLINE_ALL)) {
            done.add(Remedy.Action.INLINE);
        }
        if (completed.has(LinkOption.UNROLL_ALL)) {
            done.add(Remedy.Action.UNROLL);
        }
        if (completed.cpu() != request.cpu()) {
            done.add(Remedy.Action.CPU);
        }
        return done;
    }

    private static LinkRequest complete(LinkRequest request, KernelVersion kernel) {
        LinkRequest.Builder completed = request.toBuilder();
        if (request.get(LinkOption.PANIC_EXIT).isEmpty()) {
            completed.set(LinkOption.PANIC_EXIT, 0);
        }
        if (!kernel.isAtLeast(CALLS)) {
            completed.set(LinkOption.INLINE_ALL);
        }
        if (!kernel.isAtLeast(LOOPS)) {
            completed.set(LinkOption.UNROLL_ALL);
        }
        // rustc always passes the CPU "generic".
        if (request.cpu() == Cpu.GENERIC) {
            completed.cpu(newestCpu(kernel));
        }
        return completed.build();
    }

    private static Cpu newestCpu(KernelVersion kernel) {
        if (kernel.isAtLeast(CPU_V4)) {
            return Cpu.V4;
        }
        if (kernel.isAtLeast(JMP32)) {
            return Cpu.V3;
        }
        return kernel.isAtLeast(JLT) ? Cpu.V2 : Cpu.V1;
    }
}
