// What BPF can't express is reported with function and line where there is debug information, --btf or not.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 i128_line.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: i128_line\.c:@[wide]\b.*error: function 'wide' can't be expressed
// LINK: prog.bc
// EXIT: 1
// STDERR: i128_line\.c:@[wide]\b.*error: function 'wide' can't be expressed
#include <bpf_min.h>
__noinline __int128 wide(u64 n) { // [wide]
    return (__int128)ktime() << 64 | n;
}
SEC("xdp") int pass(struct xdp_md *ctx) { return wide(ctx->ingress_ifindex) >> 60; }
