// Relaxed atomic loads and stores are plain accesses in BPF, and a fence for the compiler is no code; LLVM aborts on them.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 relaxed_atomics.c
// LINK: prog.bc --btf --cpu v3
// RUN: relaxed 05000000 -> 9
// RUN: exchange -> 1
// LINK: prog.bc --btf --cpu v1
// RUN: relaxed 05000000 -> 9
// RUN: exchange -> 1
#include <bpf_min.h>
u64 counter = 2;
u32 half = 1;
u16 quarter = 1;
u8 flag;
SEC("xdp") int relaxed(struct xdp_md *ctx) {
    u32 before = __atomic_load_n(&half, __ATOMIC_RELAXED);
    __atomic_store_n(&counter, 7, __ATOMIC_RELAXED);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    __atomic_store_n(&flag, 1, __ATOMIC_RELAXED);
    return __atomic_load_n(&counter, __ATOMIC_RELAXED) + __atomic_load_n(&quarter, __ATOMIC_RELAXED)
            + __atomic_load_n(&flag, __ATOMIC_RELAXED) * before;
}
SEC("xdp") int exchange(struct xdp_md *ctx) {
    __atomic_signal_fence(__ATOMIC_ACQ_REL);
    return __atomic_load_n(&half, __ATOMIC_RELAXED);
}
