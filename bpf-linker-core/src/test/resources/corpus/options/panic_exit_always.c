// A program of which clang knows that it always traps ends with the value of --panic-exit, too.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 panic_exit_always.c
// LINK: prog.bc --btf --panic-exit=7 --fatal-undefined
// NOT-SYMBOL: __bpf_trap
// RUN: at_once -> 7
// RUN: by_call -> 7
// RUN: sometimes -> 2
#include <bpf_min.h>
static __noinline void die(void) { __builtin_trap(); }
SEC("xdp") int at_once(void *ctx) { __builtin_trap(); }
SEC("xdp") int by_call(void *ctx) {
    die();
    return 1;
}
SEC("xdp") int sometimes(struct xdp_md *ctx) {
    if (ctx->ingress_ifindex == 77) {
        die();
    }
    return 2;
}
