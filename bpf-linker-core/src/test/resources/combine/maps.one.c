// Maps in maps, programs in maps, and maps that both files have.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct inner {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, int);
    __type(value, int);
} inner_one SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
    __uint(max_entries, 2);
    __type(key, int);
    __array(values, struct inner);
} outer SEC(".maps") = { .values = { &inner_one } };

int target(void *context);
struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 2);
    __uint(key_size, 4);
    __array(values, int(void *));
} jumps SEC(".maps") = { .values = { [1] = &target } };

SEC("raw_tp/sys_enter") int jumper(void *context)
{
    int key = 0;
    bpf_tail_call(context, &jumps, 1);
    return bpf_map_lookup_elem(&outer, &key) != 0;
}
