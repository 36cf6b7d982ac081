// LLVM before 22 makes a trap a call of abort, which BPF does not have; the remedies are those for a trap.
// LLVM: embedded system-19
// BUILD: prog.bc = clang-19 trap_of_old_llvm.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: trap_of_old_llvm\.c:@[trap]\b.*error: function 'trapping' .*a trap.*; return instead, link with --panic-exit
// LINK: prog.bc --btf --panic-exit=1
// PROGRAMS: xdp:trapping
#include <bpf_min.h>
SEC("xdp") int trapping(struct xdp_md *ctx) {
    if (ctx->ingress_ifindex == 7) {
        __builtin_trap(); // [trap]
    }
    return XDP_PASS;
}
