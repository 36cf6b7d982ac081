// REQUIRES: 5.11 bpf_d_path in lsm.s/file_open programs
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct path {
    void *mnt;
} __attribute__((preserve_access_index));

struct file {
    struct path f_path;
} __attribute__((preserve_access_index));

SEC("lsm.s/file_open") int prog(unsigned long long *context) {
    char name[32] = {};
    struct file *file = (void *)context[0];
    return bpf_d_path(&file->f_path, name, sizeof name) * 0;
}

char _license[] SEC("license") = "GPL";
