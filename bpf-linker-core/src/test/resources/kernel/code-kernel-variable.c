// REQUIRES: 5.10 kernel-variable, bpf_this_cpu_ptr
// VM: 5.11, images before have no variables in their BTF
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct rq {
    unsigned nr_running;
} __attribute__((preserve_access_index));
extern const struct rq runqueues __ksym;

SEC("raw_tracepoint/sys_enter") int prog(void *ctx) {
    return ((struct rq *)bpf_this_cpu_ptr(&runqueues))->nr_running;
}

char _license[] SEC("license") = "GPL";
