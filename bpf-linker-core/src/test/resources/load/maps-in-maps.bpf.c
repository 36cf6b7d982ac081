// Maps of maps and program arrays whose elements the definition sets, and an inner map that is only a pattern.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct inner {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 2);
    __type(key, int);
    __type(value, long);
} one SEC(".maps"), two SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
    __uint(max_entries, 4);
    __uint(key_size, 4);
    __array(values, struct inner);
} outer SEC(".maps") = { .values = { (void *)&one, 0, (void *)&two } };

struct {
    __uint(type, BPF_MAP_TYPE_HASH_OF_MAPS);
    __uint(max_entries, 4);
    __type(key, int);
    __array(values, struct {
        __uint(type, BPF_MAP_TYPE_HASH);
        __uint(max_entries, 3);
        __uint(key_size, 8);
        __uint(value_size, 2);
    });
} pattern SEC(".maps");

int last(void *ctx);
int first(void *ctx);

struct {
    __uint(type, BPF_MAP_TYPE_PROG_ARRAY);
    __uint(max_entries, 3);
    __uint(key_size, 4);
    __array(values, int(void *));
} jumps SEC(".maps") = { .values = { [1] = (void *)&last, [2] = (void *)&first } };

char LICENSE[] SEC("license") = "GPL";

SEC("raw_tp")
int first(void *ctx)
{
    int key = 0;
    void *map = bpf_map_lookup_elem(&outer, &key);

    if (map)
        bpf_map_lookup_elem(map, &key);
    bpf_tail_call(ctx, &jumps, 1);
    return 1;
}

SEC("raw_tp")
int last(void *ctx)
{
    int key = 0;

    bpf_map_lookup_elem(&pattern, &key);
    bpf_tail_call(ctx, &jumps, 2);
    return 2;
}
