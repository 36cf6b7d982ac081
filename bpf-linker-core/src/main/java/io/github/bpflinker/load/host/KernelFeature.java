package io.github.bpflinker.load.host;

/** Something that loading uses where the running kernel has it, beside what plans depend on. */
public enum KernelFeature {
    /** Names of programs and maps: Linux 4.15. */
    NAMES,
    /** Keeping a map with a program that does not use it ({@code BPF_PROG_BIND_MAP}): Linux 5.10. */
    BIND_MAP,
    /** Names of BTF, and BTF of modules: Linux 5.11. */
    MODULE_BTF,
    /** Memory of maps and programs that counts for the control group instead of the limit of locked memory: Linux 5.11. */
    MEMORY_BY_CGROUP
}
