// That a weak symbol is defined nowhere is no error even where undefined symbols are; loaders do not take it, so it is said.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 undefined_weak.c
// LINK: prog.bc --btf --fatal-undefined
// STDERR: undefined_weak\.c:@[use]\b.*warning: 'perhaps' is defined nowhere; function 'pass'
// STDERR: ^Warning: 1 symbol is defined nowhere
// SYMBOL: perhaps WEAK UNDEFINED
// NO-LOAD: libbpf looks for perhaps
#include <bpf_min.h>
extern int perhaps(int) __weak;
SEC("xdp") int pass(struct xdp_md *ctx) {
    return perhaps(ctx->ingress_ifindex); // [use]
}
