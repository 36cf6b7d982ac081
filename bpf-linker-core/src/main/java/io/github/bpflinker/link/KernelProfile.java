package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.version.KernelVersion;
import java.util.EnumSet;
import java.util.Set;

/** The options that {@code --kernel} implies: switches and CPU. */
final class KernelProfile {

    /** Names of {@code instructions.tsv}, which says since when kernels have them. */
    private static final String CALLS = "call";

    private static final String LOOPS = "bounded-loop";
    private static final String JUMPS_OF_V2 = "jump-less";
    private static final String JUMPS_OF_V3 = "jmp32";
    private static final String DIVISION_OF_V4 = "sdiv";
    private static final String ATOMIC_WITH_OLD_VALUE = "atomic";
    private static final String INDIRECT_JUMPS = "gotox";

    private KernelProfile() {}

    private static boolean has(KernelVersion kernel, String instruction) {
        return KernelFacts.get().code(instruction).isIn(kernel);
    }

    /** Whether atomic operations can return the old value: unless the target kernel is older. */
    static boolean fetchesAtomically(LinkRequest request) {
        return request.get(LinkOption.KERNEL)
                .map(kernel -> has(kernel, ATOMIC_WITH_OLD_VALUE))
                .orElse(true);
    }

    /** Whether a target kernel with indirect jumps is set. */
    static boolean hasIndirectJumps(LinkRequest request) {
        return request.get(LinkOption.KERNEL)
                .filter(kernel -> has(kernel, INDIRECT_JUMPS))
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
        if (!has(kernel, CALLS)) {
            completed.set(LinkOption.INLINE_ALL);
        }
        if (!has(kernel, LOOPS)) {
            completed.set(LinkOption.UNROLL_ALL);
        }
        // rustc always passes the CPU "generic".
        if (request.cpu() == Cpu.GENERIC) {
            completed.cpu(newestCpu(kernel));
        }
        return completed.build();
    }

    private static Cpu newestCpu(KernelVersion kernel) {
        if (has(kernel, DIVISION_OF_V4)) {
            return Cpu.V4;
        }
        if (has(kernel, JUMPS_OF_V3)) {
            return Cpu.V3;
        }
        return has(kernel, JUMPS_OF_V2) ? Cpu.V2 : Cpu.V1;
    }
}
