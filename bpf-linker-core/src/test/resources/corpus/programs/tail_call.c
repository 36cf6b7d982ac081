// A program array that is filled from the object needs programs as relocation targets.
// MAPS: jumps
// RELOC: .maps second
// RELOC: xdp jumps
// RUN: first -> 1
// RUN: second -> 1
#include <bpf_min.h>

int second(void *ctx);

struct {
    MAP_UINT(type, 3);
    MAP_UINT(max_entries, 2);
    MAP_UINT(key_size, 4);
    int (*values[])(void *ctx);
} jumps SEC(".maps") = {.values = {[1] = second}};

SEC("xdp") int second(void *ctx) { return XDP_DROP; }

SEC("xdp") int first(void *ctx) {
    tail_call(ctx, &jumps, 1);
    return XDP_PASS;
}
