// REQUIRES: 6.4 bpf_iter_num_new
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct number_iterator {
    long state;
};
extern int bpf_iter_num_new(struct number_iterator *it, int start, int end) __ksym;

SEC("tc") int prog(void *ctx) {
    struct number_iterator it;
    return bpf_iter_num_new(&it, 0, 1);
}

char _license[] SEC("license") = "GPL";
