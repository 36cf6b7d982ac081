// A CO-RE relocation survives linking and finds its field in the running kernel.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 core.c
// LINK: prog.bc --btf
// PROGRAMS: raw_tp/sched_switch:on_switch
// DISASM: CO-RE <byte_off> \[\d+\] struct task_struct::pid
// SYMBOL: seen GLOBAL OBJECT .bss
#include <bpf_min.h>

struct task_struct {
    char before[12345];
    int pid;
} __attribute__((preserve_access_index));

static long (*probe_read)(void *to, u32 size, const void *from) = (void *)113;
static struct task_struct *(*current)(void) = (void *)35;
int seen;

SEC("raw_tp/sched_switch") int on_switch(void *ctx) {
    struct task_struct *task = current();
    probe_read(&seen, sizeof(seen), &task->pid);
    return 0;
}

char _license[] SEC("license") = "GPL";
