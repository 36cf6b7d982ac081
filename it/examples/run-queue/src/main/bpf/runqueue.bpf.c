/* Measures how long threads that could run wait for a processor, as a histogram of powers of two. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define BUCKETS 32

/* See events/sched/sched_wakeup/format and sched_switch/format in tracefs. */
struct wakeup {
    __u64 common;
    char name[16];
    __s32 thread;
};

struct change {
    __u64 common;
    char previous_name[16];
    __s32 previous;
    __s32 previous_priority;
    __s64 previous_state;
    char next_name[16];
    __s32 next;
};

/* Since when each thread waits, in nanoseconds. */
struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 65536);
    __type(key, __s32);
    __type(value, __u64);
} waiting SEC(".maps");

/* Bucket N counts waits from 2^N microseconds up to twice that. */
struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, BUCKETS);
    __type(key, __u32);
    __type(value, __u64);
} waits SEC(".maps");

static __always_inline void begin(__s32 thread)
{
    __u64 now = bpf_ktime_get_ns();

    bpf_map_update_elem(&waiting, &thread, &now, BPF_ANY);
}

SEC("tracepoint/sched/sched_wakeup")
int on_wakeup(struct wakeup *context)
{
    begin(context->thread);
    return 0;
}

SEC("tracepoint/sched/sched_switch")
int on_switch(struct change *context)
{
    __s32 next = context->next;
    __u64 microseconds, *since, *count;
    __u32 bucket = 0;

    if (context->previous && !context->previous_state) /* it could go on, but another thread's turn has come */
        begin(context->previous);
    since = bpf_map_lookup_elem(&waiting, &next);
    if (!since)
        return 0;
    microseconds = (bpf_ktime_get_ns() - *since) / 1000;
    for (int i = 0; i < BUCKETS - 1 && microseconds > 1; i++) {
        microseconds /= 2;
        bucket++;
    }
    count = bpf_map_lookup_elem(&waits, &bucket);
    if (count)
        __sync_fetch_and_add(count, 1);
    bpf_map_delete_elem(&waiting, &next);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
