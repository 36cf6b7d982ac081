// Variables of the other file, its map by an extern declaration, and statics of the same names.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int d_global;
extern long d_zero;
static volatile int d_static = 50;
static volatile char d_bytes[5];
int e_global = 7;
const volatile char e_text[] = "text";

extern struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, __u64);
} d_map SEC(".maps");

SEC("raw_tp/sys_enter") int e_writes(void *context)
{
    __u32 key = 0;
    __u64 *value = bpf_map_lookup_elem(&d_map, &key);
    if (value)
        *value += d_bytes[1];
    d_global += d_static + e_text[1];
    d_zero += e_global;
    return 0;
}
char _license[] SEC("license") = "GPL";
