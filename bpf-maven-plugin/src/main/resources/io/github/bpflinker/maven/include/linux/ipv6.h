/* SPDX-License-Identifier: Apache-2.0 */
/* The IPv6 header and its extensions. */
#if __has_include_next(<linux/ipv6.h>)
#include_next <linux/ipv6.h>
#elif !defined(_IPV6_H)
#define _IPV6_H

#include <asm/byteorder.h>
#include <linux/in6.h>
#include <linux/stddef.h>
#include <linux/types.h>

#define IPV6_MIN_MTU 1280

#ifndef __VMLINUX_H__
struct ipv6hdr {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	__u8 priority : 4, version : 4;
#else
	__u8 version : 4, priority : 4;
#endif
	__u8 flow_lbl[3];
	__be16 payload_len;
	__u8 nexthdr;
	__u8 hop_limit;
	__struct_group(, addrs, , struct in6_addr saddr; struct in6_addr daddr;);
};

struct ipv6_opt_hdr {
	__u8 nexthdr;
	__u8 hdrlen;
} __attribute__((packed));

struct ipv6_rt_hdr {
	__u8 nexthdr;
	__u8 hdrlen;
	__u8 type;
	__u8 segments_left;
};
#endif

#define ipv6_destopt_hdr ipv6_opt_hdr
#define ipv6_hopopt_hdr ipv6_opt_hdr

#endif
