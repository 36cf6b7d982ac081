package io.github.bpflinker.load.host;

/** The capabilities that bpf(2) requires, with their numbers in {@code include/uapi/linux/capability.h}. */
public enum Capability {
    CAP_NET_ADMIN(12),
    CAP_SYS_ADMIN(21),
    CAP_PERFMON(38),
    CAP_BPF(39);

    private final int number;

    Capability(int number) {
        this.number = number;
    }

    /** The mask of its bit in {@code /proc/self/status}. */
    long bit() {
        return 1L << number;
    }
}
