// REQUIRES: never some_function_of_the_kernel
// VM: no, there is no such function
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int some_function_of_the_kernel(int) __ksym;

SEC("tc") int prog(void *ctx) {
    return some_function_of_the_kernel(1);
}

char _license[] SEC("license") = "GPL";
