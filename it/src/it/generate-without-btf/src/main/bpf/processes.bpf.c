#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct event {
    __u32 pid;
    char name[16];
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} events SEC(".maps");

const struct event *type_of_events __attribute__((unused));

__u64 seen;

SEC("tracepoint/sched/sched_process_exec")
int on_exec(void *context)
{
    struct event event = {};

    seen++;
    event.pid = bpf_get_current_pid_tgid() >> 32;
    bpf_get_current_comm(event.name, sizeof(event.name));
    bpf_ringbuf_output(&events, &event, sizeof(event), 0);
    return 0;
}

char LICENSE[] SEC("license") = "GPL";
