// Atomic operations on 8 and 16 bits, which abort LLVM, are reported with function and line.
// LLVM: embedded system-22
// BUILD: bytes.bc = clang-19 bytes.c
// LINK: bytes.bc --btf
// EXIT: 1
// STDERR: bytes\.c:@[byte]\b
// STDERR: error: function 'byte_add' can't be expressed
// BUILD: shorts.bc = clang-19 shorts.c
// LINK: shorts.bc --btf --cpu v3
// EXIT: 1
// STDERR: shorts\.c:@[short]\b.*error: function 'short_swap' can't be expressed
//--- bytes.c
#include <bpf_min.h>
u8 flag;
SEC("xdp") int byte_add(void *ctx) {
    __sync_fetch_and_add(&flag, 1); // [byte]
    return 2;
}
//--- shorts.c
#include <bpf_min.h>
u16 flag;
SEC("xdp") int short_swap(struct xdp_md *ctx) {
    return __atomic_exchange_n(&flag, ctx->ingress_ifindex, __ATOMIC_SEQ_CST); // [short]
}
