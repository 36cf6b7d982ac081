// REQUIRES: 4.1 tc
// INFORMS: 5.19 kptr
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct task_struct {
    int nothing;
} __attribute__((preserve_access_index));
struct value {
    struct task_struct __attribute__((btf_type_tag("kptr"))) *task;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 16);
    __type(key, int);
    __type(value, struct value);
} map SEC(".maps");

SEC("tc") int prog(void *ctx) {
    return 0;
}

char _license[] SEC("license") = "GPL";
