/* SPDX-License-Identifier: Apache-2.0
 *
 * As much of the BPF interface as the demo needs, for machines without <linux/bpf.h> and <bpf/bpf_helpers.h>. Numbers
 * and layouts are the kernel's (include/uapi/linux/bpf.h).
 */
#pragma once

typedef __UINT8_TYPE__ u8;
typedef __UINT16_TYPE__ u16;
typedef __UINT32_TYPE__ u32;
typedef __UINT64_TYPE__ u64;

#define SEC(name) __attribute__((section(name), used))

/* Maps are described by the types of a struct's members, which loaders read from BTF. */
#define MAP_UINT(name, value) int(*name)[value]
#define MAP_TYPE(name, type) type *name

enum { BPF_MAP_TYPE_PERCPU_ARRAY = 6 };
enum { XDP_PASS = 2 };
enum { TC_ACT_UNSPEC = -1 };

/* What an XDP program gets. */
struct xdp_md {
    u32 data;
    u32 data_end;
};

/* What a traffic-control program gets. */
struct __sk_buff {
    u32 unused[19];
    u32 data;
    u32 data_end;
};

static void *(*const bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;
