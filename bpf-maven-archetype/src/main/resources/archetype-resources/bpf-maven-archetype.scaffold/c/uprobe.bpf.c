/* Reports the host names that programs look up with getaddrinfo() of the C library. */
#include <linux/bpf.h>
#include <linux/ptrace.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

struct lookup {
    __u32 pid;
    __u32 uid;
    char process[16];
    char host[128];
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} lookups SEC(".maps");

/* What lookups carries, for the classes that are generated. */
const struct lookup *type_of_lookups __attribute__((unused));

SEC("uprobe/libc.so.6:getaddrinfo")
int BPF_KPROBE(on_lookup, const char *host)
{
    struct lookup lookup = {};

    if (!host)
        return 0;
    lookup.pid = bpf_get_current_pid_tgid() >> 32;
    lookup.uid = bpf_get_current_uid_gid();
    bpf_get_current_comm(lookup.process, sizeof(lookup.process));
    bpf_probe_read_user_str(lookup.host, sizeof(lookup.host), host);
    bpf_ringbuf_output(&lookups, &lookup, sizeof(lookup), 0);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
