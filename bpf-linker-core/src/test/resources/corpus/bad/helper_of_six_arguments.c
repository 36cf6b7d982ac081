// No helper takes more than five arguments; the message names the helper, not its number or a node of LLVM.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// LINK: main.bc --btf
// EXIT: 1
// STDERR: main\.c:@[call].*: error: function 'pass' can't be expressed in BPF: a call of the helper bpf_perf_event_output with more than 5 arguments; .*bpf_helpers\.h
// NOT-STDERR: Constant
//--- main.c
#include <bpf_min.h>
static long (*output)(void *, void *, u64, void *, u64, u64) = (void *)25;
SEC("xdp") int pass(struct xdp_md *ctx) {
    return output(ctx, 0, 0, 0, 0, 0); // [call]
}
