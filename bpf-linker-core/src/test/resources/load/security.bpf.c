// A program that a security hook asks, and one that changes what a function of the kernel returns.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("lsm/file_open")
int may_open(void *context) {
    return 0;
}

SEC("lsm.s/bprm_committed_creds")
int started(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
