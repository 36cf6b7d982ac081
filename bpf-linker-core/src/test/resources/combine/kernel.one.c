// What loaders define: functions, variables and configuration of the kernel; CO-RE in both.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

extern int CONFIG_HZ __kconfig;
extern _Bool CONFIG_BPF __kconfig __weak;
extern const void bpf_prog_active __ksym __weak;
struct task_struct { int pid; int tgid; struct task_struct *parent; } __attribute__((preserve_access_index));

SEC("raw_tp/sys_enter") int asks(void *context)
{
    struct task_struct *task = (void *)bpf_get_current_task();
    int pid = BPF_CORE_READ(task, parent, pid);
    return pid + CONFIG_HZ + CONFIG_BPF + (&bpf_prog_active != 0);
}
char _license[] SEC("license") = "GPL";
