// More than five arguments don't fit into registers, and BPF has no others.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 many_arguments.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: many_arguments\.c:@[six]\b.*error: function 'six' can't be expressed
#include <bpf_min.h>
__noinline int six(u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) { // [six]
    return ktime() + a + b + c + d + e + f;
}
SEC("xdp") int pass(struct xdp_md *ctx) {
    u64 n = ctx->ingress_ifindex;
    return six(n, n + 1, n + 2, n + 3, n + 4, n + 5);
}
