#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct task_struct {
    int pid;
} __attribute__((preserve_access_index));

extern struct task_struct *bpf_task_from_pid(int pid) __ksym;
extern void bpf_task_release(struct task_struct *task) __ksym;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;

SEC("tp_btf/sched_switch")
int looks_at_init(void *context) {
    struct task_struct *task = bpf_task_from_pid(1);
    if (task) {
        bpf_rcu_read_lock();
        bpf_rcu_read_unlock();
        bpf_task_release(task);
    }
    return 0;
}

char _license[] SEC("license") = "GPL";
