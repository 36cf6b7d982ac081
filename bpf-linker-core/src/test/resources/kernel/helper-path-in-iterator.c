// REQUIRES: 5.12 bpf_d_path in iter/task_file programs
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct path {
    void *mnt;
} __attribute__((preserve_access_index));

struct file {
    struct path f_path;
} __attribute__((preserve_access_index));

struct bpf_iter__task_file {
    void *meta;
    void *task;
    unsigned int fd;
    struct file *file;
} __attribute__((preserve_access_index));

SEC("iter/task_file") int prog(struct bpf_iter__task_file *context) {
    char name[32] = {};
    struct file *file = context->file;
    if (file)
        bpf_d_path(&file->f_path, name, sizeof name);
    return 0;
}

char _license[] SEC("license") = "GPL";
