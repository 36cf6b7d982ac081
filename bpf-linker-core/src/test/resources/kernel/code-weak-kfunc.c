// REQUIRES: 4.1 tc
// INFORMS: 5.13 some_function_of_the_kernel
// VM: no, libbpf 1.1 wants the check of its presence
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int some_function_of_the_kernel(int) __ksym __weak;

SEC("tc") int prog(void *ctx) {
    return some_function_of_the_kernel(1);
}

char _license[] SEC("license") = "GPL";
