package io.github.bpflinker.load.syscall;

/**
 * The used commands of bpf(2), with the size of their attributes.
 *
 * <p>Source: {@code enum bpf_cmd} and {@code union bpf_attr} of {@code include/uapi/linux/bpf.h}, Linux 6.18. The
 * kernel accepts longer attributes than it supports if the rest is zero.
 */
public enum Command {
    MAP_CREATE(0, "BPF_MAP_CREATE", 80),
    MAP_LOOKUP_ELEM(1, "BPF_MAP_LOOKUP_ELEM", 32),
    MAP_UPDATE_ELEM(2, "BPF_MAP_UPDATE_ELEM", 32),
    MAP_DELETE_ELEM(3, "BPF_MAP_DELETE_ELEM", 32),
    MAP_GET_NEXT_KEY(4, "BPF_MAP_GET_NEXT_KEY", 32),
    PROG_LOAD(5, "BPF_PROG_LOAD", 152),
    OBJ_PIN(6, "BPF_OBJ_PIN", 24),
    OBJ_GET(7, "BPF_OBJ_GET", 24),
    PROG_ATTACH(8, "BPF_PROG_ATTACH", 32),
    PROG_DETACH(9, "BPF_PROG_DETACH", 32),
    PROG_TEST_RUN(10, "BPF_PROG_TEST_RUN", 80),
    PROG_GET_NEXT_ID(11, "BPF_PROG_GET_NEXT_ID", 16),
    MAP_GET_NEXT_ID(12, "BPF_MAP_GET_NEXT_ID", 16),
    PROG_GET_FD_BY_ID(13, "BPF_PROG_GET_FD_BY_ID", 16),
    MAP_GET_FD_BY_ID(14, "BPF_MAP_GET_FD_BY_ID", 16),
    OBJ_GET_INFO_BY_FD(15, "BPF_OBJ_GET_INFO_BY_FD", 16),
    RAW_TRACEPOINT_OPEN(17, "BPF_RAW_TRACEPOINT_OPEN", 24),
    BTF_LOAD(18, "BPF_BTF_LOAD", 40),
    BTF_GET_FD_BY_ID(19, "BPF_BTF_GET_FD_BY_ID", 16),
    MAP_LOOKUP_AND_DELETE_ELEM(21, "BPF_MAP_LOOKUP_AND_DELETE_ELEM", 32),
    MAP_FREEZE(22, "BPF_MAP_FREEZE", 8),
    BTF_GET_NEXT_ID(23, "BPF_BTF_GET_NEXT_ID", 16),
    MAP_LOOKUP_BATCH(24, "BPF_MAP_LOOKUP_BATCH", 56),
    MAP_LOOKUP_AND_DELETE_BATCH(25, "BPF_MAP_LOOKUP_AND_DELETE_BATCH", 56),
    MAP_UPDATE_BATCH(26, "BPF_MAP_UPDATE_BATCH", 56),
    MAP_DELETE_BATCH(27, "BPF_MAP_DELETE_BATCH", 56),
    LINK_CREATE(28, "BPF_LINK_CREATE", 64),
    LINK_UPDATE(29, "BPF_LINK_UPDATE", 16),
    LINK_GET_FD_BY_ID(30, "BPF_LINK_GET_FD_BY_ID", 16),
    LINK_GET_NEXT_ID(31, "BPF_LINK_GET_NEXT_ID", 16),
    ENABLE_STATS(32, "BPF_ENABLE_STATS", 8),
    ITER_CREATE(33, "BPF_ITER_CREATE", 8),
    LINK_DETACH(34, "BPF_LINK_DETACH", 4),
    PROG_BIND_MAP(35, "BPF_PROG_BIND_MAP", 16),
    TOKEN_CREATE(36, "BPF_TOKEN_CREATE", 8),
    PROG_STREAM_READ_BY_FD(37, "BPF_PROG_STREAM_READ_BY_FD", 20);

    private final int number;
    private final String kernelName;
    private final int size;

    Command(int number, String kernelName, int size) {
        this.number = number;
        this.kernelName = kernelName;
        this.size = size;
    }

    /** Its number in bpf(2). */
    public int number() {
        return number;
    }

    /** Its name in the kernel's header. */
    public String kernelName() {
        return kernelName;
    }

    /** The size of its attributes in bytes. */
    public int size() {
        return size;
    }
}
