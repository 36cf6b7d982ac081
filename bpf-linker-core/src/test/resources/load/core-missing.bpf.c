// What a kernel lacks: fields, types and enumerators that are asked for, and others that are used behind such questions
// or without one, whose instructions become calls that no verifier lets pass.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct task_struct {
    long state;
    unsigned int __state;
    int no_kernel_has_this;
    int pid;
} __attribute__((preserve_access_index));

struct task_struct___with_state {
    long state;
} __attribute__((preserve_access_index));

struct task_struct___without_state {
    unsigned int __state;
} __attribute__((preserve_access_index));

struct nowhere {
    int a;
    struct {
        unsigned long long b;
    };
} __attribute__((preserve_access_index));

enum nowhere_kind {
    NOWHERE_ONE = 1,
    NOWHERE_FAR = 0x7fffffff,
};

char LICENSE[] SEC("license") = "GPL";

long sink;

SEC("raw_tp")
int guarded(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct___with_state *old = (void *)ctx->args[1];
    struct task_struct___without_state *young = (void *)ctx->args[1];

    if (bpf_core_field_exists(young->__state))
        sink = BPF_CORE_READ(young, __state);
    else if (bpf_core_field_exists(old->state))
        sink = BPF_CORE_READ(old, state);
    return 0;
}

SEC("raw_tp")
int unguarded(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct *task = (void *)ctx->args[1];
    struct nowhere *nowhere = (void *)ctx->args[1];

    sink = BPF_CORE_READ(task, no_kernel_has_this) + BPF_CORE_READ(nowhere, b);
    sink += bpf_core_enum_value(enum nowhere_kind, NOWHERE_FAR);
    return 0;
}

SEC("tp_btf/sched_switch")
int direct(unsigned long long *ctx)
{
    struct task_struct *task = (void *)ctx[1];

    if (bpf_core_type_exists(struct nowhere))
        sink = ((struct nowhere *)ctx[1])->a;
    if (bpf_core_field_exists(task->no_kernel_has_this))
        sink += task->no_kernel_has_this;
    return sink + bpf_core_type_size(struct nowhere) + bpf_core_enum_value_exists(enum nowhere_kind, NOWHERE_ONE);
}
