#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

static __attribute__((noinline)) int helper(int number)
{
    return number + 1;
}

SEC("xdp")
int only(void *context)
{
    return helper(context != 0);
}

char LICENSE[] SEC("license") = "GPL";
