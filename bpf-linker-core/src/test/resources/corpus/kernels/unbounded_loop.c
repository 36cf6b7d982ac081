// A loop without a bound is refused by its line for kernels before 5.3, and links for 5.3.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 unbounded_loop.c
// LINK: prog.bc --btf --kernel 5.2
// EXIT: 1
// STDERR: unbounded_loop\.c:@[loop]\b.*error: the loop in function 'pass' can't be unrolled.*5\.3
// LINK: prog.bc --btf --kernel 5.3
// PROGRAMS: xdp:pass
// NO-LOAD: the verifier gives up on it
#include <bpf_min.h>
SEC("xdp") int pass(struct xdp_md *ctx) {
    volatile int sum = 0;
    for (u32 i = 0; i < ctx->ingress_ifindex; i++) // [loop]
        sum += i;
    return sum;
}
