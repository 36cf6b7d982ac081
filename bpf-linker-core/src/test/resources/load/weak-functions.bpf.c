// Functions of the kernel that may not exist: one with a flavour that does, one that never did.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock___other(void) __ksym __weak;
extern void bpf_no_such_function(void) __ksym __weak;

char LICENSE[] SEC("license") = "GPL";

SEC("tp_btf/task_newtask")
int uses(unsigned long long *ctx)
{
    bpf_rcu_read_lock();
    if (bpf_no_such_function)
        bpf_no_such_function();
    bpf_rcu_read_unlock___other();
    return 0;
}
