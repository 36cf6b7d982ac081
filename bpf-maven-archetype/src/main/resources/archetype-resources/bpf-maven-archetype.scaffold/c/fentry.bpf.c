/* Reports each file that is deleted. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

/* The member of the kernel's type that this program uses; the loader finds where the running kernel has it. */
struct filename {
    const char *name;
} __attribute__((preserve_access_index));

struct deletion {
    __u32 pid;
    __u32 uid;
    char process[16];
    char file[128];
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} deletions SEC(".maps");

/* What deletions carries, for the classes that are generated. */
const struct deletion *type_of_deletions __attribute__((unused));

SEC("fentry/do_unlinkat")
int BPF_PROG(on_delete, int folder, struct filename *file)
{
    struct deletion deletion = {};

    deletion.pid = bpf_get_current_pid_tgid() >> 32;
    deletion.uid = bpf_get_current_uid_gid();
    bpf_get_current_comm(deletion.process, sizeof(deletion.process));
    bpf_probe_read_kernel_str(deletion.file, sizeof(deletion.file), file->name);
    bpf_ringbuf_output(&deletions, &deletion, sizeof(deletion), 0);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
