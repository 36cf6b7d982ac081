/* Refuses to open files of some names, and reports it. */
#include <linux/bpf.h>
#include <linux/errno.h>
#include <bpf/bpf_core_read.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

/* The members of the kernel's types that this program uses; the loader finds where the running kernel has them. */
struct qstr {
    const unsigned char *name;
} __attribute__((preserve_access_index));

struct dentry {
    struct qstr d_name;
} __attribute__((preserve_access_index));

struct path {
    struct dentry *dentry;
} __attribute__((preserve_access_index));

struct file {
    struct path f_path;
} __attribute__((preserve_access_index));

struct name {
    char text[64];
};

struct refusal {
    __u32 pid;
    __u32 uid;
    char process[16];
    char file[64];
};

/* The names, without folder, and how often each was refused. */
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, struct name);
    __type(value, __u64);
} rules SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} refusals SEC(".maps");

/* What refusals carries, for the classes that are generated. */
const struct refusal *type_of_refusals __attribute__((unused));

SEC("lsm/file_open")
int BPF_PROG(on_open, struct file *file)
{
    struct refusal refusal = {};
    struct name name = {};
    __u64 *count;

    bpf_probe_read_kernel_str(name.text, sizeof(name.text), BPF_CORE_READ(file, f_path.dentry, d_name.name));
    count = bpf_map_lookup_elem(&rules, &name);
    if (!count)
        return 0;
    __sync_fetch_and_add(count, 1);
    refusal.pid = bpf_get_current_pid_tgid() >> 32;
    refusal.uid = bpf_get_current_uid_gid();
    bpf_get_current_comm(refusal.process, sizeof(refusal.process));
    __builtin_memcpy(refusal.file, name.text, sizeof(refusal.file));
    bpf_ringbuf_output(&refusals, &refusal, sizeof(refusal), 0);
    return -EACCES;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
