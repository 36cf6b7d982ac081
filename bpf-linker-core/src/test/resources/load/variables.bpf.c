// Variables of the kernel with their types: a struct and a number of each processor, and one that does not exist.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct rq {
    unsigned int nr_running;
} __attribute__((preserve_access_index));

extern const struct rq runqueues __ksym;
extern const int bpf_prog_active __ksym;
extern const int no_such_variable __ksym __weak;

SEC("raw_tp/sys_enter")
int reads(void *context) {
    const struct rq *queue = bpf_per_cpu_ptr(&runqueues, 0);
    const int *active = bpf_this_cpu_ptr(&bpf_prog_active);
    int sum = *active;
    if (queue)
        sum += queue->nr_running;
    if (&no_such_variable)
        sum += *(const int *)bpf_this_cpu_ptr(&no_such_variable);
    return sum;
}

char _license[] SEC("license") = "GPL";
