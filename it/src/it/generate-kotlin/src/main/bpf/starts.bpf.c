#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

enum verdict { FIRST, AGAIN };

struct task {
    __u32 pid;
    char name[16];
};

struct start {
    struct task process;
    __u32 sizes[2];
    enum verdict verdict;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, struct task);
    __type(value, struct start);
} starts SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} events SEC(".maps");

const struct start *type_of_events __attribute__((unused));

const volatile __u32 step = 1;
__u64 seen;

SEC("tracepoint/sched/sched_process_exec")
int on_exec(void *context)
{
    struct start start = {.sizes = {step, 0xffffffff}};

    seen += step;
    start.process.pid = bpf_get_current_pid_tgid() >> 32;
    bpf_get_current_comm(start.process.name, sizeof(start.process.name));
    start.verdict = bpf_map_lookup_elem(&starts, &start.process) ? AGAIN : FIRST;
    bpf_map_update_elem(&starts, &start.process, &start, BPF_ANY);
    bpf_ringbuf_output(&events, &start, sizeof(start), 0);
    return 0;
}

char LICENSE[] SEC("license") = "GPL";
