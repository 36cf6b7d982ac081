#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

extern int CONFIG_HZ __kconfig;
extern int LINUX_KERNEL_VERSION __kconfig;
extern void bpf_rcu_read_lock(void) __ksym;
extern void bpf_rcu_read_unlock(void) __ksym;
struct task_struct { int tgid; char comm[16]; } __attribute__((preserve_access_index));
enum bpf_map_type_other { OTHER };

SEC("raw_tp/sys_enter") int asks_too(void *context)
{
    struct task_struct *task = (void *)bpf_get_current_task();
    bpf_rcu_read_lock();
    int tgid = BPF_CORE_READ(task, tgid) + bpf_core_field_size(task->comm);
    bpf_rcu_read_unlock();
    return tgid + CONFIG_HZ + LINUX_KERNEL_VERSION;
}
char _license[] SEC("license") = "GPL";
