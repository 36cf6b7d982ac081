// Values of the kernel's configuration, of each type, set and not set, and what the loader itself knows.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int LINUX_KERNEL_VERSION __kconfig;
extern unsigned long CONFIG_HZ __kconfig;
extern _Bool CONFIG_BPF_SYSCALL __kconfig __weak;
extern char CONFIG_BPF_JIT __kconfig __weak;
extern enum libbpf_tristate CONFIG_NET __kconfig __weak;
extern enum libbpf_tristate CONFIG_NOBODY_HAS_THIS __kconfig __weak;
extern const char CONFIG_CC_VERSION_TEXT[32] __kconfig __weak;
extern _Bool LINUX_HAS_BPF_COOKIE __kconfig __weak;

SEC("xdp")
int reads_configuration(struct xdp_md *context) {
    if (LINUX_KERNEL_VERSION < KERNEL_VERSION(4, 4, 0) || CONFIG_HZ == 0)
        return XDP_ABORTED;
    if (CONFIG_NOBODY_HAS_THIS != TRI_NO)
        return XDP_DROP;
    return CONFIG_BPF_SYSCALL + (CONFIG_BPF_JIT == 'y') + CONFIG_NET + CONFIG_CC_VERSION_TEXT[0] + LINUX_HAS_BPF_COOKIE;
}

char _license[] SEC("license") = "GPL";
