#include "vmlinux.h"
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>

SEC("tracepoint/sched/sched_process_exec")
int only(void *context)
{
    struct task_struct *task = (void *)bpf_get_current_task();

    return BPF_CORE_READ(task, pid) == 1;
}

char LICENSE[] SEC("license") = "GPL";
