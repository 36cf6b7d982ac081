// What the kernel has, by address alone, one of them missing.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern const void bpf_prog_put __ksym;
extern const void nothing_is_called_this __ksym __weak;

SEC("raw_tp/sched_switch")
int addresses(void *context) {
    long sum = (long)&bpf_prog_put;
    if (&nothing_is_called_this)
        sum++;
    return sum & 1;
}

char _license[] SEC("license") = "GPL";
