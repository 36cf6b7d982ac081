package io.github.bpflinker.load.host;

/** Kernel features that loading uses if they are available, other than those on which plans depend. */
public enum KernelFeature {
    /** Names of programs and maps: Linux 4.15. */
    NAMES,
    /** Binding a map to a program that does not use it ({@code BPF_PROG_BIND_MAP}): Linux 5.10. */
    BIND_MAP,
    /** Names of BTF, and BTF of modules: Linux 5.11. */
    MODULE_BTF,
    /**
     * Memory of maps and programs is charged to the control group instead of the limit of locked memory: Linux 5.11.
     */
    MEMORY_BY_CGROUP
}
