#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct task_struct {
    int tgid;
    struct task_struct *real_parent;
    int no_kernel_has_this;
} __attribute__((preserve_access_index));

int parent;

SEC("raw_tp/sched_process_exec")
int on_exec(struct bpf_raw_tracepoint_args *context)
{
    struct task_struct *task = (void *)context->args[0];

    parent = BPF_CORE_READ(task, real_parent, tgid);
    if (bpf_core_field_exists(task->no_kernel_has_this))
        parent = 0;
    return 0;
}

char LICENSE[] SEC("license") = "GPL";
