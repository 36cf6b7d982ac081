// An arena (Linux 6.9): memory that programs and user space share, with variables of its own.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define arena __attribute__((address_space(1)))

struct {
    __uint(type, 33 /* BPF_MAP_TYPE_ARENA */);
    __uint(map_flags, BPF_F_MMAPABLE);
    __uint(max_entries, 16);
} memory SEC(".maps");

int arena counter SEC(".addr_space.1") = 5;
long arena sums[4] SEC(".addr_space.1") = {1, 2, 3, 4};

extern void arena *bpf_arena_alloc_pages(void *map, void arena *address, __u32 pages, int node, __u64 flags) __ksym;

SEC("syscall")
int counts(void *context) {
    counter++;
    return counter + sums[3];
}

SEC("syscall")
int allocates(void *context) {
    long arena *page = bpf_arena_alloc_pages(&memory, 0, 1, -1, 0);
    if (!page)
        return 1;
    *page = 7;
    return *page + counter;
}

char _license[] SEC("license") = "GPL";
