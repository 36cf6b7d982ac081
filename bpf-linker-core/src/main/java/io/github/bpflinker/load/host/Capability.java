package io.github.bpflinker.load.host;

/** Capabilities that bpf(2) asks for; numbers of {@code include/uapi/linux/capability.h}. */
public enum Capability {
    CAP_NET_ADMIN(12),
    CAP_SYS_ADMIN(21),
    CAP_PERFMON(38),
    CAP_BPF(39);

    private final int number;

    Capability(int number) {
        this.number = number;
    }

    /** Its bit in the masks of {@code /proc/self/status}. */
    long bit() {
        return 1L << number;
    }
}
