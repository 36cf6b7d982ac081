/* Counts the stacks of a process, at each tick of a clock of each processor. */
#include <linux/bpf.h>
#include <linux/bpf_perf_event.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_STACK_TRACE);
    __uint(max_entries, 16384);
    __type(key, __u32);
    __type(value, __u64[127]); /* addresses, the innermost first, and zeros */
} stacks SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16384);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

const volatile __u32 process;

SEC("perf_event")
int on_tick(struct bpf_perf_event_data *context)
{
    __u32 stack;
    __u64 *count;

    if (bpf_get_current_pid_tgid() >> 32 != process)
        return 0;
    stack = bpf_get_stackid(context, &stacks, BPF_F_USER_STACK);
    count = bpf_map_lookup_elem(&counts, &stack); /* none if it is a negative number, an error */
    if (count)
        __sync_fetch_and_add(count, 1);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
