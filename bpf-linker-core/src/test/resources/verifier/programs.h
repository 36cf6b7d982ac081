/* What the programs beside it need of the kernel's and libbpf's headers. */
#pragma once

#define SEC(name) __attribute__((section(name), used))
#define __uint(name, number) int (*name)[number]
#define __type(name, kind) kind *name

typedef unsigned int u32;

enum { BPF_MAP_TYPE_ARRAY = 2 };

static void *(*bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
static long (*bpf_map_update_elem)(void *map, const void *key, const void *value, u32 flags) = (void *)2;
static long (*bpf_get_current_comm)(void *text, u32 size) = (void *)16;
static long (*bpf_override_return)(void *registers, unsigned long result) = (void *)58;
static struct bpf_sock *(*bpf_sk_lookup_tcp)(void *context, void *tuple, u32 size, unsigned long long space,
                                             unsigned long long flags) = (void *)84;
static long (*bpf_spin_lock)(void *lock) = (void *)93;
static long (*bpf_probe_read_kernel)(void *text, u32 size, const void *from) = (void *)113;

struct __sk_buff {
    u32 len;
};

struct xdp_md {
    u32 data, data_end, data_meta, ingress_ifindex, rx_queue_index;
};

struct bpf_sysctl {
    u32 write, file_pos;
};

struct bpf_sock_tuple {
    union {
        struct {
            u32 saddr, daddr;
            unsigned short sport, dport;
        } ipv4;
        struct {
            u32 saddr[4], daddr[4];
            unsigned short sport, dport;
        } ipv6;
    };
};

struct bpf_spin_lock {
    u32 value;
};
