// REQUIRES: 4.6 BPF_MAP_TYPE_PERCPU_HASH
// VM: no, libbpf 1 takes no such maps
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct bpf_map_def {
    unsigned type, key_size, value_size, max_entries, map_flags;
};
struct bpf_map_def SEC("maps") first = {BPF_MAP_TYPE_HASH, 4, 4, 1, 0};
struct bpf_map_def SEC("maps") second = {BPF_MAP_TYPE_PERCPU_HASH, 4, 4, 1, 0};

SEC("socket") int prog(void *ctx) {
    int key = 0;
    return bpf_map_lookup_elem(&second, &key) != 0;
}

char _license[] SEC("license") = "GPL";
