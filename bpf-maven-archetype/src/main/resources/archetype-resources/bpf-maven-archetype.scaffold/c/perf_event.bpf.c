/* Counts which process each processor runs, at each tick of a clock. */
#include <linux/bpf.h>
#include <linux/bpf_perf_event.h>
#include <bpf/bpf_helpers.h>

struct task {
    __u32 pid;
    char name[16];
};

struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 4096);
    __type(key, struct task);
    __type(value, __u64);
} samples SEC(".maps");

SEC("perf_event")
int on_tick(struct bpf_perf_event_data *context)
{
    struct task task = {};
    __u64 *count, one = 1;

    task.pid = bpf_get_current_pid_tgid() >> 32;
    bpf_get_current_comm(task.name, sizeof(task.name));
    count = bpf_map_lookup_elem(&samples, &task);
    if (count)
        __sync_fetch_and_add(count, 1);
    else
        bpf_map_update_elem(&samples, &task, &one, BPF_ANY);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
