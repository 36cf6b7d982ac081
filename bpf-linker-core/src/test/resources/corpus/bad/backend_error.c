// An operation that BPF lacks is an error with line and remedy, and leaves no output.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 backend_error.c
// LINK: prog.bc --btf --cpu v1
// EXIT: 1
// STDERR: backend_error\.c:@[divide]\b.*error: .*signed division; .*--cpu v4
#include <bpf_min.h>
SEC("xdp") int divide(struct xdp_md *ctx) {
    return (int)ctx->ingress_ifindex / (int)ctx->rx_queue_index; // [divide]
}
