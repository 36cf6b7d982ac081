// A function that takes any number of arguments can't be expressed.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 varargs.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: varargs\.c:@[any]\b.*error: function 'any' can't be expressed
#include <bpf_min.h>
__noinline int any(int n, ...) { // [any]
    return ktime() + n;
}
SEC("xdp") int pass(struct xdp_md *ctx) { return any(ctx->ingress_ifindex, 2); }
