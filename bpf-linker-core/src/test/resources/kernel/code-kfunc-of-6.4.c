// REQUIRES: 6.4 bpf_iter_num_destroy, bpf_iter_num_new
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct bpf_iter_num {
    __u64 state[1];
};
extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __ksym;
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __ksym;

SEC("tc") int prog(void *ctx) {
    struct bpf_iter_num it;
    bpf_iter_num_new(&it, 0, 1);
    bpf_iter_num_destroy(&it);
    return 0;
}

char _license[] SEC("license") = "GPL";
