#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

unsigned int from_rust(unsigned int number);

unsigned int from_c(unsigned int number)
{
    return number * 2;
}

SEC("xdp")
int entry(void *context)
{
    return from_rust(1);
}

char LICENSE[] SEC("license") = "GPL";
