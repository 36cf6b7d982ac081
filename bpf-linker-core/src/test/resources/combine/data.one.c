// Data in each kind of section, and a static variable.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int d_global = 1;
long d_zero;
const volatile int d_constant = 3;
int d_named SEC(".data.other") = 4;
static volatile int d_static = 5;
static volatile char d_bytes[3];

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, __u64);
} d_map SEC(".maps");

SEC("raw_tp/sys_enter") int d_reads(void *context)
{
    __u32 key = 0;
    __u64 *value = bpf_map_lookup_elem(&d_map, &key);
    d_bytes[1] += 1;
    return d_global + d_zero + d_constant + d_named + d_static + d_bytes[2] + (value ? *value : 0);
}
