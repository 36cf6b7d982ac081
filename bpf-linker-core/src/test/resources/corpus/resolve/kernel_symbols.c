// What the kernel brings is neither undefined nor given away: kfuncs, .ksyms and .kconfig.
// BUILD: prog.bc = clang-22 kernel_symbols.c
// LINK: prog.bc --btf --fatal-undefined
// PROGRAMS: raw_tp/sched_switch:on_switch, tc:acquire
// SYMBOL: bpf_task_release GLOBAL UNDEFINED
// SYMBOL: LINUX_KERNEL_VERSION GLOBAL UNDEFINED
// SYMBOL: init_task GLOBAL UNDEFINED
// SYMBOL: bpf_no_such_kfunc WEAK UNDEFINED
// BTF: DATASEC '\.kconfig'
// BTF: DATASEC '\.ksyms'
// NO-LOAD: which kfuncs there are depends on the kernel
#include <bpf_min.h>
struct task_struct;
extern void bpf_task_release(struct task_struct *task) __attribute__((section(".ksyms")));
extern struct task_struct *bpf_task_acquire(struct task_struct *task) __attribute__((section(".ksyms")));
extern void bpf_no_such_kfunc(void) __attribute__((weak, section(".ksyms")));
extern const void init_task __attribute__((section(".ksyms")));
extern u32 LINUX_KERNEL_VERSION __attribute__((section(".kconfig")));
u64 seen;

SEC("raw_tp/sched_switch") int on_switch(void *ctx) {
    seen = LINUX_KERNEL_VERSION + (u64)&init_task;
    return 0;
}
SEC("tc") int acquire(struct task_struct *task) {
    struct task_struct *held = bpf_task_acquire(task);
    if (held)
        bpf_task_release(held);
    if (bpf_no_such_kfunc)
        bpf_no_such_kfunc();
    return 0;
}
