// REQUIRES: 6.11 bpf_spin_lock in a nested struct
// REFUSED: doesn't have
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
    struct {
        struct bpf_spin_lock lock;
        long count;
    } inner;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, struct value);
} map SEC(".maps");

SEC("tc") int prog(void *ctx) {
    int key = 0;
    struct value *value = bpf_map_lookup_elem(&map, &key);
    if (value) {
        bpf_spin_lock(&value->inner.lock);
        value->inner.count++;
        bpf_spin_unlock(&value->inner.lock);
    }
    return 0;
}

char _license[] SEC("license") = "GPL";
