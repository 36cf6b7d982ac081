/* Measures how long TCP connections take to be established, from the first packet to the answer. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define TCP 6
#define ESTABLISHED 1
#define SYN_SENT 2

/* See events/sock/inet_sock_set_state/format in tracefs. */
struct change {
    __u64 common;
    const void *socket;
    __s32 from;
    __s32 to;
    __u16 source_port;
    __u16 destination_port;
    __u16 family;
    __u16 protocol;
    __u8 source4[4];
    __u8 destination4[4];
    __u8 source6[16]; /* IPv4 addresses, too */
    __u8 destination6[16];
};

struct start {
    __u64 time;
    __u32 pid;
    char process[16];
};

struct connection {
    __u64 nanoseconds;
    __u32 pid;
    char process[16];
    __u8 destination[16];
    __u16 port;
};

struct {
    __uint(type, BPF_MAP_TYPE_LRU_HASH);
    __uint(max_entries, 4096);
    __type(key, const void *);
    __type(value, struct start);
} starts SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} connections SEC(".maps");

const struct connection *type_of_connections __attribute__((unused));

SEC("tracepoint/sock/inet_sock_set_state")
int on_change(struct change *context)
{
    const void *socket = context->socket;
    struct connection connection = {};
    struct start start = {}, *started;

    if (context->protocol != TCP)
        return 0;
    if (context->to == SYN_SENT) {
        start.time = bpf_ktime_get_ns();
        start.pid = bpf_get_current_pid_tgid() >> 32;
        bpf_get_current_comm(start.process, sizeof(start.process));
        bpf_map_update_elem(&starts, &socket, &start, BPF_ANY);
        return 0;
    }
    started = bpf_map_lookup_elem(&starts, &socket);
    if (started && context->to == ESTABLISHED) {
        connection.nanoseconds = bpf_ktime_get_ns() - started->time;
        connection.pid = started->pid;
        __builtin_memcpy(connection.process, started->process, sizeof(connection.process));
        __builtin_memcpy(connection.destination, context->destination6, sizeof(connection.destination));
        connection.port = context->destination_port;
        bpf_ringbuf_output(&connections, &connection, sizeof(connection), 0);
    }
    bpf_map_delete_elem(&starts, &socket);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
