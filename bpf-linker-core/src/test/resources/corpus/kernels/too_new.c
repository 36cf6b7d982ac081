// What a kernel would refuse is found before it is asked, with its line, the release that brought it, and a remedy.
// BUILD: prog.bc = clang-22 too_new.c
// LINK: prog.bc --btf --kernel 5.4
// EXIT: 1
// STDERR: too_new\.c:@[ktime]\b.*error: .*ktime_get_boot_ns.*5\.8
// LINK: prog.bc --btf --kernel 5.8
// PROGRAMS: xdp:pass
// RUN: pass -> 2
#include <bpf_min.h>
static u64 (*boot_time)(void) = (void *)125;
SEC("xdp") int pass(void *ctx) {
    return boot_time() ? XDP_PASS : XDP_DROP; // [ktime]
}
char _license[] SEC("license") = "GPL";
