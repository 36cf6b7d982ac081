/* Measures how long connect() takes, as a histogram of powers of two. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define BUCKETS 32

/* When each thread called, in nanoseconds. */
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 4096);
    __type(key, __u64);
    __type(value, __u64);
} calls SEC(".maps");

/* Bucket N counts calls that took from 2^N microseconds up to twice that. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, BUCKETS);
    __type(key, __u32);
    __type(value, __u64);
} latencies SEC(".maps");

SEC("ksyscall/connect")
int on_call(void *context)
{
    __u64 thread = bpf_get_current_pid_tgid();
    __u64 now = bpf_ktime_get_ns();

    bpf_map_update_elem(&calls, &thread, &now, BPF_ANY);
    return 0;
}

SEC("kretsyscall/connect")
int on_return(void *context)
{
    __u64 thread = bpf_get_current_pid_tgid();
    __u64 *called = bpf_map_lookup_elem(&calls, &thread);
    __u64 microseconds, *count;
    __u32 bucket = 0;

    if (!called)
        return 0;
    microseconds = (bpf_ktime_get_ns() - *called) / 1000;
    for (int i = 0; i < BUCKETS - 1 && microseconds > 1; i++) {
        microseconds /= 2;
        bucket++;
    }
    count = bpf_map_lookup_elem(&latencies, &bucket);
    if (count)
        __sync_fetch_and_add(count, 1);
    bpf_map_delete_elem(&calls, &thread);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
