// REQUIRES: never bpf_d_path in tp_btf/sched_process_exec programs
// REFUSED: not allowed in probe
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct path {
    void *mnt;
} __attribute__((preserve_access_index));

struct file {
    struct path f_path;
} __attribute__((preserve_access_index));

struct linux_binprm {
    struct file *file;
} __attribute__((preserve_access_index));

SEC("tp_btf/sched_process_exec") int prog(unsigned long long *context) {
    char name[32] = {};
    struct linux_binprm *program = (void *)context[2];
    bpf_d_path(&program->file->f_path, name, sizeof name);
    return 0;
}

char _license[] SEC("license") = "GPL";
