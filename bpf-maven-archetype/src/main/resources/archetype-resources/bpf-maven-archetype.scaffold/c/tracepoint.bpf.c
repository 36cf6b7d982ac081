/* Reports each process that starts a program, with its arguments. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define MOST_ARGUMENTS 20
#define LONGEST_ARGUMENT 64

struct exec {
    __u32 pid;
    __u32 uid;
    char starter[16];  /* the program that the process ran before */
    char command[256]; /* the arguments, separated by blanks */
};

/* What the kernel hands to the two programs; see events/syscalls/sys_enter_execve/format in tracefs. */
struct enter {
    __u64 common;
    __u64 number;
    const char *file;
    const char *const *arguments;
};

struct leave {
    __u64 common;
    __u64 number;
    __s64 result;
};

/* Calls that have not returned yet, by process. */
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, __u32);
    __type(value, struct exec);
} calls SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} execs SEC(".maps");

/* What execs carries, for the classes that are generated. */
const struct exec *type_of_execs __attribute__((unused));

static const struct exec empty;

SEC("tracepoint/syscalls/sys_enter_execve")
int on_call(struct enter *context)
{
    __u32 pid = bpf_get_current_pid_tgid() >> 32;
    __u32 length = 0;
    struct exec *exec;

    bpf_map_update_elem(&calls, &pid, &empty, BPF_ANY);
    exec = bpf_map_lookup_elem(&calls, &pid);
    if (!exec)
        return 0;
    exec->pid = pid;
    exec->uid = bpf_get_current_uid_gid();
    bpf_get_current_comm(exec->starter, sizeof(exec->starter));
    for (int i = 0; i < MOST_ARGUMENTS; i++) {
        const char *argument = NULL;
        long written;

        if (bpf_probe_read_user(&argument, sizeof(argument), &context->arguments[i]) || !argument)
            break;
        if (length > sizeof(exec->command) - LONGEST_ARGUMENT)
            break;
        written = bpf_probe_read_user_str(&exec->command[length], LONGEST_ARGUMENT, argument);
        if (written < 1)
            break;
        exec->command[length + written - 1] = ' '; /* instead of the zero at its end */
        length += written;
    }
    return 0;
}

SEC("tracepoint/syscalls/sys_exit_execve")
int on_return(struct leave *context)
{
    __u32 pid = bpf_get_current_pid_tgid() >> 32;
    struct exec *exec = bpf_map_lookup_elem(&calls, &pid);

    if (exec && context->result == 0)
        bpf_ringbuf_output(&execs, exec, sizeof(*exec), 0);
    bpf_map_delete_elem(&calls, &pid);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
