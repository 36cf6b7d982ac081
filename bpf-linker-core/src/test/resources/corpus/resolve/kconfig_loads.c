// A kernel version out of .kconfig arrives in a loaded program.
// RUN: version -> 1
// SYMBOL: LINUX_KERNEL_VERSION GLOBAL UNDEFINED
#include <bpf_min.h>
extern u32 LINUX_KERNEL_VERSION __attribute__((section(".kconfig")));
SEC("xdp") int version(void *ctx) { return LINUX_KERNEL_VERSION > 0x40000; }
char _license[] SEC("license") = "GPL";
