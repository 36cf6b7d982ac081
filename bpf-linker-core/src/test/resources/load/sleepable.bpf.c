// Programs that may sleep, and a map that only such programs may read from user memory for.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u64);
    __type(value, char[16]);
} names SEC(".maps");

SEC("uprobe.s")
int reads_user_memory(void *context) {
    char name[16] = {};
    __u64 key = bpf_get_current_pid_tgid();
    bpf_copy_from_user(name, sizeof name, (void *)8);
    bpf_map_update_elem(&names, &key, name, BPF_ANY);
    return 0;
}

SEC("iter.s/task")
int iterates(void *context) {
    return 0;
}

char _license[] SEC("license") = "GPL";
