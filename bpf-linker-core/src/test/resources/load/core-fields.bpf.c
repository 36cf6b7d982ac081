// Relocations of fields: offsets, sizes, shifts, signs and existence, through pointers, arrays and anonymous structs.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct list_head {
    struct list_head *next, *prev;
} __attribute__((preserve_access_index));

struct refcount_struct {
    struct {
        int counter;
    } refs;
} __attribute__((preserve_access_index));

struct task_struct {
    int pid;
    int tgid;
    int exit_code;
    unsigned int flags;
    char comm[16];
    unsigned sched_reset_on_fork : 1;
    unsigned in_execve : 1;
    unsigned no_cgroup_migration : 1;
    struct task_struct *group_leader;
    struct list_head tasks;
    unsigned long long start_time;
    void *stack;
    struct refcount_struct usage;
    unsigned long min_flt;
} __attribute__((preserve_access_index));

struct in6_addr {
    union {
        unsigned char u6_addr8[16];
        unsigned short u6_addr16[8];
        unsigned int u6_addr32[4];
    } in6_u;
} __attribute__((preserve_access_index));

struct sock_common {
    union {
        struct {
            unsigned int skc_daddr;
            unsigned int skc_rcv_saddr;
        };
    };
    unsigned short skc_family;
    volatile unsigned char skc_state;
    unsigned char skc_reuse : 4;
    unsigned char skc_reuseport : 1;
    struct in6_addr skc_v6_daddr;
} __attribute__((preserve_access_index));

struct sock {
    struct sock_common __sk_common;
    unsigned short sk_type;
    unsigned int sk_mark;
} __attribute__((preserve_access_index));

struct sk_buff {
    unsigned int len;
    unsigned char pkt_type : 3;
    unsigned char cloned : 1;
    unsigned char *head;
} __attribute__((preserve_access_index));

struct bpf_prog_array_item {
    void *prog;
} __attribute__((preserve_access_index));

struct bpf_prog_array {
    struct bpf_prog_array_item items[0];
} __attribute__((preserve_access_index));

char LICENSE[] SEC("license") = "GPL";

long sink;

SEC("raw_tp/sched_switch")
int loads(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct *task = (void *)ctx->args[1];

    sink = BPF_CORE_READ(task, pid) + BPF_CORE_READ(task, group_leader, tgid) + BPF_CORE_READ(task, start_time);
    sink += BPF_CORE_READ(task, comm[3]) + BPF_CORE_READ(task, usage.refs.counter) + BPF_CORE_READ(task, min_flt);
    sink += (long)BPF_CORE_READ(task, tasks.next, next) + (long)BPF_CORE_READ(task, stack);
    return 0;
}

SEC("tp_btf/sched_switch")
int direct(unsigned long long *ctx)
{
    struct task_struct *task = (void *)ctx[1];

    sink = task->pid + task->tgid + task->flags + task->group_leader->exit_code + task->comm[1];
    sink += task->start_time;
    return 0;
}

SEC("raw_tp")
int bits(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct *task = (void *)ctx->args[1];
    struct sk_buff *skb = (void *)ctx->args[0];
    struct sock_common *sock = (void *)ctx->args[0];

    sink = BPF_CORE_READ_BITFIELD_PROBED(task, sched_reset_on_fork) + BPF_CORE_READ_BITFIELD_PROBED(task, in_execve);
    sink += BPF_CORE_READ_BITFIELD_PROBED(skb, pkt_type) + BPF_CORE_READ_BITFIELD_PROBED(skb, cloned);
    sink += BPF_CORE_READ_BITFIELD_PROBED(sock, skc_reuse) + BPF_CORE_READ_BITFIELD_PROBED(sock, skc_reuseport);
    sink += BPF_CORE_READ_BITFIELD_PROBED(task, no_cgroup_migration);
    return 0;
}

SEC("raw_tp")
int nested(struct bpf_raw_tracepoint_args *ctx)
{
    struct sock *sock = (void *)ctx->args[0];
    struct bpf_prog_array *array = (void *)ctx->args[1];

    sink = BPF_CORE_READ(sock, __sk_common.skc_daddr) + BPF_CORE_READ(sock, __sk_common.skc_state);
    sink += BPF_CORE_READ(sock, __sk_common.skc_v6_daddr.in6_u.u6_addr32[2]) + BPF_CORE_READ(sock, sk_mark);
    sink += BPF_CORE_READ(sock, __sk_common.skc_v6_daddr.in6_u.u6_addr8[5]);
    sink += (long)BPF_CORE_READ(array, items[2].prog);
    return 0;
}

SEC("raw_tp")
int questions(struct bpf_raw_tracepoint_args *ctx)
{
    struct task_struct *task = (void *)ctx->args[1];
    struct sock *sock = (void *)ctx->args[0];

    sink = bpf_core_field_exists(task->exit_code) + 2 * bpf_core_field_exists(sock->sk_mark);
    sink += bpf_core_field_size(task->comm) + bpf_core_field_size(task->start_time) + bpf_core_field_size(sock->sk_type);
    sink += bpf_core_field_offset(task->tgid) + bpf_core_field_offset(sock->__sk_common.skc_v6_daddr);
    sink += __builtin_preserve_field_info(task->exit_code, BPF_FIELD_SIGNED);
    sink += __builtin_preserve_field_info(task->flags, BPF_FIELD_SIGNED);
    sink += __builtin_preserve_field_info(task->in_execve, BPF_FIELD_RSHIFT_U64);
    return 0;
}
