package io.github.bpflinker.load;

import io.github.bpflinker.load.host.KernelFeature;
import io.github.bpflinker.load.host.KernelFeatures;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import java.util.function.IntSupplier;

/**
 * The context of loading an object, used by every step.
 *
 * @param kernel the kernel into which it is loaded
 * @param settings the settings of the caller
 * @param open the resources opened so far, which are closed if a step fails
 */
record LoadContext(RunningKernel kernel, LoadSettings settings, Descriptors open) {

    /** {@code RLIMIT_MEMLOCK}, the same on x86-64 and aarch64. */
    private static final int LOCKED_MEMORY = 8;

    private static final long UNLIMITED = -1;

    private static final int FIRST_WITH_NAMES = 4 << 16 | 15 << 8;

    Bpf bpf() {
        return kernel.bpf();
    }

    /** The features of the kernel. */
    KernelFeatures features() {
        return settings.token().map(BpfToken::features).orElseGet(kernel::features);
    }

    /** The descriptor of the token; 0 if there is none. */
    int token() {
        return settings.token().map(BpfToken::fd).orElse(0);
    }

    /** Whether the kernel supports names of maps and programs. */
    boolean hasNames() {
        return kernel.versionCode() >= FIRST_WITH_NAMES || features().has(KernelFeature.NAMES);
    }

    /**
     * Makes a call that allocates memory. Kernels before 5.11 charge it to the limit of locked memory, which is raised
     * if the call fails because of it, as in libbpf.
     *
     * @param call returns the negated error number if it fails
     */
    int takingMemory(IntSupplier call) {
        int answer = call.getAsInt();
        boolean mayBeLimit = answer == -Errno.EPERM || answer == -Errno.ENOMEM;
        if (mayBeLimit && !features().has(KernelFeature.MEMORY_BY_CGROUP)) {
            bpf().calls().setLimit(LOCKED_MEMORY, UNLIMITED, UNLIMITED);
            return call.getAsInt();
        }
        return answer;
    }

    /** Duplicates a descriptor of the caller. */
    int duplicate(int fd, String subject) {
        int copy = bpf().calls().duplicate(fd);
        if (copy < 0) {
            throw refused(subject, "fcntl", copy, CallRequirements.NOTHING);
        }
        return copy;
    }

    /** Creates the exception for a failed call. */
    LoadException refused(String subject, String call, int answer, CallRequirement need) {
        return answer == -Errno.EPERM && settings.token().isPresent()
                ? Refusals.despiteToken(subject, call, need)
                : Refusals.of(kernel, subject, call, -answer, need);
    }
}
