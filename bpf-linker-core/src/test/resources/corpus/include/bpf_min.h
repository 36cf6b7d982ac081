/* What the cases need of the kernel's and libbpf's headers, which not every machine has. */
#pragma once

#define SEC(name) __attribute__((section(name), used))
#define __noinline __attribute__((noinline))
#define __inlined __attribute__((always_inline)) inline
#define __weak __attribute__((weak))
#define __hidden __attribute__((visibility("hidden")))

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

/* A map as libbpf reads it out of BTF. */
#define MAP_UINT(name, number) int (*name)[number]
#define MAP_TYPE(name, type) type *name
#define ARRAY_MAP(map, value_type, entries) \
    struct {                                \
        MAP_UINT(type, 2);                  \
        MAP_TYPE(key, u32);                 \
        MAP_TYPE(value, value_type);        \
        MAP_UINT(max_entries, entries);     \
    } map SEC(".maps")

static void *(*map_lookup)(void *map, const void *key) = (void *)1;
static u64 (*ktime)(void) = (void *)5;
static int (*trace_printk)(const char *format, u32 size, ...) = (void *)6;
static u32 (*prandom)(void) = (void *)7;
static long (*tail_call)(void *context, void *map, u32 index) = (void *)12;
static u64 (*pid_tgid)(void) = (void *)14;

struct xdp_md {
    u32 data;
    u32 data_end;
    u32 data_meta;
    u32 ingress_ifindex;
    u32 rx_queue_index;
};

enum { XDP_ABORTED, XDP_DROP, XDP_PASS };
