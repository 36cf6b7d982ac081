// --fatal-errors=false writes the output in spite of six arguments, too, as existing builds ask for.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 fatal_errors_arguments.c
// LINK: prog.bc --btf --fatal-errors=false
// STDERR: fatal_errors_arguments\.c:@[six]\b.*warning: function 'six' can't be expressed in BPF: .*arguments
// PROGRAMS: xdp:pass
// NO-LOAD: its sixth argument is on no stack
// LINK: prog.bc --btf --fatal-errors=true
// EXIT: 1
// STDERR: fatal_errors_arguments\.c:@[six]\b.*error: function 'six' can't be expressed
#include <bpf_min.h>
__noinline int six(u64 a, u64 b, u64 c, u64 d, u64 e, u64 f) { // [six]
    return ktime() + a + b + c + d + e + f;
}
SEC("xdp") int pass(struct xdp_md *ctx) {
    u64 n = ctx->ingress_ifindex;
    return six(n, n + 1, n + 2, n + 3, n + 4, n + 5);
}
