/* Who talks to whom, as the headers of a packet say. */
#pragma once

#include <linux/bpf.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

struct connection {
    __u8 source[16]; /* an IPv6 address, or an IPv4 address as ::ffff:a.b.c.d */
    __u8 destination[16];
    __u16 source_port; /* 0 unless it is TCP or UDP */
    __u16 destination_port;
    __u32 protocol;
};

static __always_inline void map_ipv4(__u8 *to, __be32 address)
{
    to[10] = to[11] = 0xff;
    __builtin_memcpy(to + 12, &address, sizeof(address));
}

/* Reads the headers from IP on. Returns 0 if there are none. */
static __always_inline int read_connection(void *start, void *end, struct connection *connection)
{
    struct iphdr *ip = start;
    struct ipv6hdr *ipv6 = start;
    __be16 *ports;

    __builtin_memset(connection, 0, sizeof(*connection));
    if ((void *)(ip + 1) > end)
        return 0;
    if (ip->version == 4) {
        map_ipv4(connection->source, ip->saddr);
        map_ipv4(connection->destination, ip->daddr);
        connection->protocol = ip->protocol;
        ports = start + ip->ihl * 4;
    } else if (ip->version == 6) {
        if ((void *)(ipv6 + 1) > end)
            return 0;
        __builtin_memcpy(connection->source, &ipv6->saddr, 16);
        __builtin_memcpy(connection->destination, &ipv6->daddr, 16);
        connection->protocol = ipv6->nexthdr;
        ports = (void *)(ipv6 + 1);
    } else {
        return 0;
    }
    if (connection->protocol != IPPROTO_TCP && connection->protocol != IPPROTO_UDP)
        return 1;
    if ((void *)(ports + 2) <= end) {
        connection->source_port = bpf_ntohs(ports[0]);
        connection->destination_port = bpf_ntohs(ports[1]);
    }
    return 1;
}
