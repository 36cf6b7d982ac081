/* Reports the names that are asked for by DNS. */
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <linux/in.h>
#include <linux/udp.h>
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

#define DNS_PORT 53
#define DNS_HEADER 12
#define LONGEST_PACKET 0xffff

struct question {
    __u8 server[4]; /* an IPv4 address */
    __u32 length;   /* of the name */
    __u8 name[128]; /* as in the packet: each label behind its length */
};

struct {
    __uint(type, BPF_MAP_TYPE_RINGBUF);
    __uint(max_entries, 256 * 1024);
} questions SEC(".maps");

/* What questions carries, for the classes that are generated. */
const struct question *type_of_questions __attribute__((unused));

SEC("socket")
int watch(struct __sk_buff *packet)
{
    struct question question = {};
    struct udphdr udp;
    struct iphdr ip;
    __u32 at = ETH_HLEN;

    if (bpf_skb_load_bytes(packet, at, &ip, sizeof(ip)) || ip.version != 4 || ip.protocol != IPPROTO_UDP)
        return 0; /* user space needs nothing of the packet itself */
    at += ip.ihl * 4;
    if (bpf_skb_load_bytes(packet, at, &udp, sizeof(udp)) || udp.dest != bpf_htons(DNS_PORT))
        return 0;
    at += sizeof(udp) + DNS_HEADER;
    __builtin_memcpy(question.server, &ip.daddr, sizeof(question.server));
    question.length = packet->len - at;
    barrier_var(question.length); /* the verifier has to see the comparison of this very number */
    if (question.length == 0 || question.length > LONGEST_PACKET)
        return 0;
    if (question.length > sizeof(question.name))
        question.length = sizeof(question.name);
    if (bpf_skb_load_bytes(packet, at, question.name, question.length))
        return 0;
    bpf_ringbuf_output(&questions, &question, sizeof(question), 0);
    return 0;
}

char LICENSE[] SEC("license") = "Dual MIT/GPL";
