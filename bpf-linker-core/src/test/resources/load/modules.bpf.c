// What modules of the kernel have: functions to attach to, kernel functions, a variable of each processor, types, symbols.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct bpf_ct_opts {
    __s32 netns_id;
    __s32 error;
    __u8 l4proto;
    __u8 dir;
    __u8 reserved[2];
};

struct nf_conn {
    unsigned long status;
} __attribute__((preserve_access_index));

struct nf_conntrack_net {
    unsigned int users4;
} __attribute__((preserve_access_index));

typedef struct seqcount {
    unsigned int sequence;
} seqcount_t;

extern struct nf_conn *bpf_xdp_ct_lookup(struct xdp_md *packet, struct bpf_sock_tuple *tuple, __u32 tuple_size,
                                         struct bpf_ct_opts *options, __u32 options_size) __ksym;
extern void bpf_ct_release(struct nf_conn *connection) __ksym;
extern const seqcount_t xt_recseq __ksym;
extern const void nf_conntrack_locks __ksym;

SEC("xdp")
int looks_up(struct xdp_md *packet) {
    struct bpf_sock_tuple tuple = {.ipv4.sport = 1, .ipv4.dport = 2};
    struct bpf_ct_opts options = {.netns_id = -1, .l4proto = 6};
    struct nf_conn *connection = bpf_xdp_ct_lookup(packet, &tuple, sizeof tuple.ipv4, &options, sizeof options);
    if (!connection)
        return -options.error;
    int status = connection->status != 0;
    bpf_ct_release(connection);
    return 1000 + status;
}

SEC("xdp")
int reads_a_variable(struct xdp_md *packet) {
    long address = (long)&nf_conntrack_locks;
    return (bpf_this_cpu_ptr(&xt_recseq) != 0) + 2 * (address != 0);
}

SEC("xdp")
int knows_types(struct xdp_md *packet) {
    return bpf_core_type_exists(struct nf_conntrack_net) + 2 * bpf_core_field_size(((struct nf_conntrack_net *)0)->users4);
}

SEC("fentry/nf_ct_delete")
int on_entry(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
