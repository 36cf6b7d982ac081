// Programs at the exit of a function of the kernel and in place of one that may be replaced.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("fexit/bpf_prog_put")
int on_exit(void *context) {
    return 0;
}

SEC("fmod_ret/security_file_open")
int instead(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
