// Definitions of maps of many types: sizes by number and by type, flags, pinning, extra, sizes that the host decides.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct key {
    int a;
    short b;
};

typedef struct {
    long counts[3];
} value_t;

struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 16); __type(key, struct key); __type(value, value_t); } hash SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 4); __uint(key_size, 4); __uint(value_size, 24); __uint(map_flags, BPF_F_MMAPABLE); } array SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_PERCPU_HASH); __uint(max_entries, 8); __type(key, int); __type(value, long); __uint(map_flags, BPF_F_NO_PREALLOC); } percpu_hash SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY); __uint(max_entries, 1); __type(key, int); __type(value, long); } percpu_array SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_LRU_HASH); __uint(max_entries, 64); __type(key, int); __type(value, int); } lru SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_LPM_TRIE); __uint(max_entries, 64); __uint(key_size, 8); __uint(value_size, 4); __uint(map_flags, BPF_F_NO_PREALLOC); } trie SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY); __uint(key_size, 4); __uint(value_size, 4); } events SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 5000); } ring SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_USER_RINGBUF); __uint(max_entries, 65536); } user_ring SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_STACK_TRACE); __uint(max_entries, 32); __uint(key_size, 4); __uint(value_size, 8 * 16); } stacks SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_QUEUE); __uint(max_entries, 8); __type(value, int); } queue SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_BLOOM_FILTER); __uint(max_entries, 100); __type(value, int); __uint(map_extra, 3); } bloom SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 4); __type(key, int); __type(value, int); __uint(map_flags, BPF_F_NUMA_NODE); __uint(numa_node, 0); } on_node SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_TASK_STORAGE); __uint(map_flags, BPF_F_NO_PREALLOC); __type(key, int); __type(value, long); } task_storage SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 1); __type(key, int); __type(value, struct bpf_spin_lock); } without_access SEC(".maps");

char LICENSE[] SEC("license") = "GPL";

SEC("raw_tp")
int uses(void *ctx)
{
    struct key key = {};
    int zero = 0;
    value_t *found = bpf_map_lookup_elem(&hash, &key);

    if (found)
        found->counts[1]++;
    bpf_map_lookup_elem(&array, &zero);
    bpf_map_lookup_elem(&percpu_array, &zero);
    bpf_map_lookup_elem(&on_node, &zero);
    bpf_perf_event_output(ctx, &events, BPF_F_CURRENT_CPU, &zero, sizeof zero);
    bpf_ringbuf_output(&ring, &zero, sizeof zero, 0);
    return bpf_get_stackid(ctx, &stacks, 0);
}
