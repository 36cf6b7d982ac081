#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct inner {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, int);
    __type(value, int);
};
extern struct inner inner_one SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
    __uint(max_entries, 2);
    __type(key, int);
    __array(values, struct inner);
} second SEC(".maps") = { .values = { [1] = &inner_one } };

SEC("raw_tp/sys_enter") int target(void *context)
{
    int key = 0;
    int *one = bpf_map_lookup_elem(&inner_one, &key);
    return (one ? *one : 0) + (bpf_map_lookup_elem(&second, &key) != 0);
}
char _license[] SEC("license") = "GPL";
