// An arena at addresses that its definition chooses.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define arena __attribute__((address_space(1)))

struct {
    __uint(type, 33 /* BPF_MAP_TYPE_ARENA */);
    __uint(map_flags, BPF_F_MMAPABLE);
    __uint(max_entries, 4);
    enum { ADDRESS = 0x7e0000000000 } map_extra;
} memory SEC(".maps");

long arena place SEC(".addr_space.1") = 3;

SEC("syscall")
int where(void *context) {
    return ((unsigned long)&place >> 40) + place + (&memory == 0);
}

char _license[] SEC("license") = "GPL";
