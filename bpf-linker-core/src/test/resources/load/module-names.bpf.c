// A function of a module that its section names.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("fexit/nf_conntrack:nf_conntrack_in")
int by_module(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
