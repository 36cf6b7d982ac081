/* Counts system calls by cgroup, which is what containers and services are to the kernel. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct call {
    __u64 cgroup;
    __u64 number;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 65536);
    __type(key, struct call);
    __type(value, __u64);
} counts SEC(".maps");

SEC("raw_tracepoint/sys_enter")
int on_call(struct bpf_raw_tracepoint_args *context)
{
    struct call call = { .cgroup = bpf_get_current_cgroup_id(), .number = context->args[1] };
    __u64 *count = bpf_map_lookup_elem(&counts, &call), one = 1;

    if (count)
        __sync_fetch_and_add(count, 1);
    else
        bpf_map_update_elem(&counts, &call, &one, BPF_ANY);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
