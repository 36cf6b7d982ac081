package io.github.bpflinker.load.bind;

/**
 * Kernel features to which a loader adapts an object: those of libbpf 1.8 ({@code enum kern_feature_id}) on which a
 * plan depends.
 */
public enum Ability {
    /** Maps of one value whose address programs load ({@code BPF_PSEUDO_MAP_VALUE}), and freezing: Linux 5.2. */
    GLOBAL_DATA,
    /** The same for per-CPU arrays, with {@code BPF_F_ALL_CPUS}: Linux 7.1. */
    PERCPU_DATA,
    /** {@code BPF_F_MMAPABLE} for arrays: Linux 5.5. */
    ARRAY_MMAP,
    /** {@code BPF_BTF_LOAD}: Linux 4.18. */
    BTF,
    /** {@code BTF_KIND_FUNC} and {@code BTF_KIND_FUNC_PROTO}, func_info and line_info: Linux 5.0. */
    BTF_FUNC,
    /** {@code BTF_KIND_VAR} and {@code BTF_KIND_DATASEC}: Linux 5.2. */
    BTF_DATASEC,
    /** {@code BTF_FUNC_GLOBAL}: Linux 5.6. */
    BTF_GLOBAL_FUNC,
    /** {@code BTF_KIND_FLOAT}: Linux 5.13. */
    BTF_FLOAT,
    /** {@code BTF_KIND_DECL_TAG}: Linux 5.16. */
    BTF_DECL_TAG,
    /** {@code BTF_KIND_TYPE_TAG}: Linux 5.17. */
    BTF_TYPE_TAG,
    /** {@code BTF_KIND_ENUM64}, and signed enumerations: Linux 6.0. */
    BTF_ENUM64,
    /** Sections whose name starts with a question mark: Linux 6.9. */
    BTF_QMARK_DATASEC,
    /** A header with layout information: Linux 7.1. */
    BTF_LAYOUT,
    /** The attach type in {@code BPF_PROG_LOAD}: Linux 4.17. */
    EXPECTED_ATTACH_TYPE,
    /** {@code bpf_probe_read_kernel} and its three relatives: Linux 5.5. */
    PROBE_READ_KERNEL,
    /** {@code bpf_get_attach_cookie}, the value of {@code LINUX_HAS_BPF_COOKIE}: Linux 5.15. */
    BPF_COOKIE,
    /** System calls have wrappers of their own, the value of {@code LINUX_HAS_SYSCALL_WRAPPER}. */
    SYSCALL_WRAPPER,
    /** {@code BPF_TRACE_UPROBE_MULTI}, as which USDT programs are then loaded: Linux 6.6. */
    UPROBE_MULTI_LINK,
    /** The tag {@code arg:ctx} of parameters of global functions: Linux 6.8. */
    ARG_CTX_TAG,
    /** Offsets beyond 512 MiB in loads of addresses, so that data goes to the end of an arena: Linux 7.0. */
    FULL_RANGE_OFFSETS
}
