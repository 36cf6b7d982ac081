#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;

SEC("tp_btf/sys_enter") int second(void *context)
{
    bpf_rcu_read_lock();
    bpf_rcu_read_unlock();
    return 0;
}
char _license[] SEC("license") = "GPL";
