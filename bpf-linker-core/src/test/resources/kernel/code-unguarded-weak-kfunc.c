// REQUIRES: 6.4 bpf_iter_num_destroy, bpf_iter_num_new
// VM: no, libbpf 1.1 wants the check of its presence
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct bpf_iter_num;
extern int bpf_iter_num_new(struct bpf_iter_num *it, int start, int end) __ksym __weak;
extern void bpf_iter_num_destroy(struct bpf_iter_num *it) __ksym __weak;

SEC("tc") int prog(void *ctx) {
    long iterator = 0;
    bpf_iter_num_new((struct bpf_iter_num *)&iterator, 0, 3);
    bpf_iter_num_destroy((struct bpf_iter_num *)&iterator);
    return 0;
}

char _license[] SEC("license") = "GPL";
