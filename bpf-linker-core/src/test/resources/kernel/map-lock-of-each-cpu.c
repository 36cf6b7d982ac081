// REQUIRES: never bpf_spin_lock in a map of type BPF_MAP_TYPE_PERCPU_ARRAY
// REFUSED: bpf_spin_lock
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
    struct bpf_spin_lock lock;
    long count;
};

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, struct value);
} map SEC(".maps");

SEC("tc") int prog(void *ctx) {
    int key = 0;
    struct value *value = bpf_map_lookup_elem(&map, &key);
    if (value) {
        bpf_spin_lock(&value->lock);
        value->count++;
        bpf_spin_unlock(&value->lock);
    }
    return 0;
}

char _license[] SEC("license") = "GPL";
