// Symbols of the kernel: values of its configuration of every kind, variables with and without a type, functions; weak
// variables that do not exist.
#include <linux/bpf.h>
#include <stdbool.h>
#include <bpf/bpf_helpers.h>

extern unsigned int LINUX_KERNEL_VERSION __kconfig;
extern _Bool LINUX_HAS_BPF_COOKIE __kconfig __weak;
extern int LINUX_UNKNOWN_THING __kconfig __weak;
extern bool CONFIG_BPF_SYSCALL __kconfig;
extern enum libbpf_tristate CONFIG_BPF_JIT __kconfig;
extern char CONFIG_64BIT __kconfig;
extern unsigned long CONFIG_HZ __kconfig;
extern short CONFIG_PHYSICAL_ALIGN_NOT __kconfig __weak;
extern char CONFIG_DEFAULT_HOSTNAME[16] __kconfig;
extern char CONFIG_DEFAULT_HOSTNAME_NOT[3] __kconfig __weak;

struct rq;
extern const struct rq runqueues __ksym __weak;
extern const int bpf_prog_active __ksym __weak;
extern const void __per_cpu_offset __ksym __weak;
extern const void _stext __ksym;
extern const void no_such_symbol __ksym __weak;
extern const int no_such_variable __ksym __weak;

struct task_struct {
    int pid;
};
extern struct task_struct *bpf_task_acquire(struct task_struct *p) __ksym;
extern void bpf_task_release(struct task_struct *p) __ksym;
extern void bpf_rcu_read_lock(void) __ksym __weak;
extern void bpf_rcu_read_unlock(void) __ksym __weak;

char LICENSE[] SEC("license") = "GPL";

long sink;

SEC("tp_btf/task_newtask")
int uses(unsigned long long *ctx)
{
    struct task_struct *task = bpf_task_acquire((void *)ctx[0]);

    sink = LINUX_KERNEL_VERSION + LINUX_HAS_BPF_COOKIE + LINUX_UNKNOWN_THING + CONFIG_BPF_SYSCALL + CONFIG_BPF_JIT;
    sink += CONFIG_64BIT + CONFIG_HZ + CONFIG_PHYSICAL_ALIGN_NOT + CONFIG_DEFAULT_HOSTNAME[1];
    sink += CONFIG_DEFAULT_HOSTNAME_NOT[0];
    sink += (long)&_stext + (long)&no_such_symbol + (long)&no_such_variable + (long)&__per_cpu_offset;
    if (&bpf_prog_active)
        sink += 2;
    if (bpf_rcu_read_lock)
        bpf_rcu_read_lock();
    if (bpf_rcu_read_unlock)
        bpf_rcu_read_unlock();
    if (task)
        bpf_task_release(task);
    return 0;
}
