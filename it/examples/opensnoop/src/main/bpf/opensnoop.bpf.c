/* Reports each file that is opened, and how that went. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct opening {
    __u32 pid;
    __s32 result; /* a descriptor, or the negative number of an error */
    char process[16];
    char file[128];
};

/* See events/syscalls/sys_enter_openat/format and sys_exit_openat/format in tracefs. */
struct enter {
    __u64 common, number, folder;
    const char *file;
};

struct leave {
    __u64 common, number;
    __s64 result;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 4096);
    __type(key, __u64);
    __type(value, const char *);
} calls SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 1024 * 1024);
} openings SEC(".maps");

const struct opening *type_of_openings __attribute__((unused));

SEC("tracepoint/syscalls/sys_enter_openat")
int on_call(struct enter *context)
{
    __u64 thread = bpf_get_current_pid_tgid();
    const char *file = context->file;

    bpf_map_update_elem(&calls, &thread, &file, BPF_ANY);
    return 0;
}

SEC("tracepoint/syscalls/sys_exit_openat")
int on_return(struct leave *context)
{
    __u64 thread = bpf_get_current_pid_tgid();
    const char **file = bpf_map_lookup_elem(&calls, &thread);
    struct opening *opening;

    if (!file)
        return 0;
    opening = bpf_ringbuf_reserve(&openings, sizeof(*opening), 0);
    if (opening) {
        opening->pid = thread >> 32;
        opening->result = context->result;
        bpf_get_current_comm(opening->process, sizeof(opening->process));
        bpf_probe_read_user_str(opening->file, sizeof(opening->file), *file);
        bpf_ringbuf_submit(opening, 0);
    }
    bpf_map_delete_elem(&calls, &thread);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
