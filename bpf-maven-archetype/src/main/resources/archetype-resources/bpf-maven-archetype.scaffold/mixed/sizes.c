/* The C half of `sizes`: a program that has Rust choose the bucket of each packet, and the map of buckets. */
#include <linux/bpf.h>
#include <linux/pkt_cls.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
    __uint(max_entries, 32);
    __type(key, __u32);
    __type(value, __u64);
} sizes SEC(".maps");

/* Defined in src/main.rs. */
void account(__u32 bytes);

/* Rust calls this. */
void count_in(__u32 bucket)
{
    __u64 *count = bpf_map_lookup_elem(&sizes, &bucket);

    if (count)
        (*count)++;
}

SEC("tc")
int count_sizes(struct __sk_buff *context)
{
    account(context->len);
    return TC_ACT_OK;
}
