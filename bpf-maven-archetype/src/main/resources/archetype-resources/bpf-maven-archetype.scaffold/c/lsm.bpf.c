/* Counts opened files by process. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

struct file;

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

SEC("lsm/file_open")
int BPF_PROG(count_opens, struct file *file)
{
    __u32 key = bpf_get_current_pid_tgid() >> 32;
    __u64 one = 1;
    __u64 *count = bpf_map_lookup_elem(&counts, &key);

    if (count)
        __sync_fetch_and_add(count, 1);
    else
        bpf_map_update_elem(&counts, &key, &one, BPF_NOEXIST);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
