// A map of each type that needs nothing but its definition, all of them used by one program.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct value {
    __u64 count;
    __u32 last;
};

#define MAP(name, kind, entries)                                                                                       \
    struct {                                                                                                           \
        __uint(type, kind);                                                                                            \
        __uint(max_entries, entries);                                                                                  \
        __type(key, __u32);                                                                                            \
        __type(value, struct value);                                                                                   \
    } name SEC(".maps")

#define FDS(name, kind)                                                                                                \
    struct {                                                                                                           \
        __uint(type, kind);                                                                                            \
        __uint(max_entries, 4);                                                                                        \
        __uint(key_size, 4);                                                                                           \
        __uint(value_size, 4);                                                                                         \
    } name SEC(".maps")

MAP(hash, BPF_MAP_TYPE_HASH, 100);
MAP(array, BPF_MAP_TYPE_ARRAY, 7);
MAP(percpu_hash, BPF_MAP_TYPE_PERCPU_HASH, 9);
MAP(percpu_array, BPF_MAP_TYPE_PERCPU_ARRAY, 3);
MAP(lru_hash, BPF_MAP_TYPE_LRU_HASH, 64);
MAP(lru_percpu, BPF_MAP_TYPE_LRU_PERCPU_HASH, 64);
FDS(programs, BPF_MAP_TYPE_PROG_ARRAY);
FDS(perf, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
FDS(cgroups, BPF_MAP_TYPE_CGROUP_ARRAY);
FDS(devices, BPF_MAP_TYPE_DEVMAP);
FDS(devices_hash, BPF_MAP_TYPE_DEVMAP_HASH);
FDS(cpus, BPF_MAP_TYPE_CPUMAP);
FDS(xsks, BPF_MAP_TYPE_XSKMAP);
FDS(sockets, BPF_MAP_TYPE_SOCKMAP);
FDS(sockets_hash, BPF_MAP_TYPE_SOCKHASH);

struct {
    __uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
    __uint(key_size, 4);
    __uint(value_size, 4);
} perf_of_all_cpus SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_STACK_TRACE);
    __uint(max_entries, 16);
    __uint(key_size, 4);
    __uint(value_size, 8 * 20);
} stacks SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_LPM_TRIE);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __uint(max_entries, 20);
    __type(key, __u64);
    __type(value, struct value);
} prefixes SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_QUEUE);
    __uint(max_entries, 20);
    __type(value, __u64);
} queue SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_STACK);
    __uint(max_entries, 20);
    __type(value, __u64);
} stack SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_BLOOM_FILTER);
    __uint(max_entries, 20);
    __uint(map_extra, 3);
    __type(value, __u64);
} bloom SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 5000);
} events SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_USER_RINGBUF);
    __uint(max_entries, 4096);
} requests SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_SK_STORAGE);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __type(key, int);
    __type(value, struct value);
} of_socket SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(map_flags, BPF_F_NO_PREALLOC | BPF_F_NUMA_NODE | BPF_F_RDONLY_PROG);
    __uint(numa_node, 0);
    __uint(max_entries, 20);
    __uint(key_size, 12);
    __uint(value_size, 24);
} sizes_without_types SEC(".maps");

#define READ(map)                                                                                                      \
    do {                                                                                                               \
        if (bpf_map_lookup_elem(&map, key))                                                                            \
            found++;                                                                                                   \
    } while (0)

SEC("xdp")
int uses_all(struct xdp_md *context) {
    __u32 key[4] = {context->ingress_ifindex};
    __u64 number = 5;
    int found = 0;
    READ(hash);
    READ(array);
    READ(percpu_hash);
    READ(percpu_array);
    READ(lru_hash);
    READ(lru_percpu);
    READ(prefixes);
    READ(sizes_without_types);
    READ(xsks);
    bpf_map_push_elem(&queue, &number, 0);
    bpf_map_push_elem(&stack, &number, 0);
    bpf_map_push_elem(&bloom, &number, 0);
    bpf_perf_event_output(context, &perf, BPF_F_CURRENT_CPU, &number, sizeof number);
    bpf_perf_event_output(context, &perf_of_all_cpus, BPF_F_CURRENT_CPU, &number, sizeof number);
    bpf_ringbuf_output(&events, &number, sizeof number, 0);
    if (found == 1)
        return bpf_redirect_map(&devices, 1, 0);
    if (found == 2)
        return bpf_redirect_map(&devices_hash, 1, 0);
    if (found == 3)
        return bpf_redirect_map(&cpus, 1, 0);
    if (found == 4)
        bpf_tail_call(context, &programs, 2);
    return XDP_PASS;
}

SEC("tc")
int asks_for_the_cgroup(struct __sk_buff *packet) {
    return bpf_skb_under_cgroup(packet, &cgroups, 1);
}

static long one(struct bpf_dynptr *request, void *context) {
    return 0;
}

SEC("raw_tp/sys_enter")
int takes_stacks(void *context) {
    bpf_user_ringbuf_drain(&requests, one, 0, 0);
    return bpf_get_stackid(context, &stacks, 0);
}

SEC("sk_msg")
int redirects(struct sk_msg_md *message) {
    int key = 3;
    return bpf_msg_redirect_hash(message, &sockets_hash, &key, 0) + bpf_msg_redirect_map(message, &sockets, 1, 0);
}

char _license[] SEC("license") = "GPL";
