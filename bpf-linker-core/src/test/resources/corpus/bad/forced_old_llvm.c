// An LLVM that was asked for is tried, and its error names the writer of the bitcode.
// BUILD: prog.bc = clang-22 forced_old_llvm.c
// LINK: prog.bc --llvm embedded --btf
// EXIT: 1
// STDERR: 'prog\.bc'
// STDERR: LLVM22\.1\.\d
// STDERR: 20\.1\.7
// LINK: prog.bc --llvm system-14
// EXIT: 1
// STDERR: ^Error: .*libLLVM-14\.so\.1' can't be used.*1[47]
// LINK: prog.bc --llvm system-16
// EXIT: 1
// STDERR: ^Error: .*libLLVM-16\.so\.1' can't be used.*1[67]
// LINK: prog.bc --llvm /nowhere/libLLVM.so
// EXIT: 1
// STDERR: ^Error: .*/nowhere/libLLVM\.so
// LINK: prog.bc --llvm prog.bc
// EXIT: 1
// STDERR: ^Error: .*prog\.bc
#include <bpf_min.h>
struct pair { int first, second; };
static __noinline int pick(struct pair *pair, int i) { return i ? pair->first : pair->second; }
SEC("xdp") int pass(struct xdp_md *ctx) {
    struct pair pair = {ctx->ingress_ifindex, 2};
    return pick(&pair, ctx->rx_queue_index);
}
