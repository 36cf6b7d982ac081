// Accesses that the loader adapts to the kernel survive linking, deduplication and optimization, in several files.
// LLVM: embedded system-22
// BUILD: a.bc = clang-19 a.c
// BUILD: b.bc = clang-19 -Xclang -disable-llvm-passes b.c
// LINK: a.bc b.bc --btf
// BTF: STRUCT 'task_struct'
// NOT-BTF: (?s)STRUCT 'task_struct'.*STRUCT 'task_struct'
// PROGRAMS: tp_btf/sched_switch:switched, tp_btf/sched_wakeup:woken
// LINK: a.bc b.bc
// STDERR: CO-RE relocation, 'task_struct'.*--btf
// NO-LOAD: tracing needs BTF
//--- task.h
struct task_struct { int pid; int tgid; int prio; } __attribute__((preserve_access_index));
//--- a.c
#include <bpf_min.h>
#include "task.h"
SEC("tp_btf/sched_switch") int switched(u64 *ctx) { return ((struct task_struct *)ctx[1])->tgid == 0x7fffffff; }
char _license[] SEC("license") = "GPL";
//--- b.c
#include <bpf_min.h>
#include "task.h"
SEC("tp_btf/sched_wakeup") int woken(u64 *ctx) {
    struct task_struct *task = (struct task_struct *)ctx[0];
    return task->prio == 0x7fffffff && task->pid == 0x7ffffffe;
}
