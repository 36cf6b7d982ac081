#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 1);
    __type(key, __u32);
    __type(value, __u64);
    __uint(pinning, LIBBPF_PIN_BY_NAME);
} verify_project_counts SEC(".maps");

SEC("xdp")
int only(void *context)
{
    __u32 key = 0;
    __u64 *count = bpf_map_lookup_elem(&verify_project_counts, &key);

    if (count)
        __sync_fetch_and_add(count, 1);
    return 2;
}

/* Loaded only if the application asks for it, so it does not count that it is refused. */
SEC("?xdp")
int asked_for(struct xdp_md *context)
{
    return *(unsigned char *)(long)context->data;
}

char LICENSE[] SEC("license") = "GPL";
