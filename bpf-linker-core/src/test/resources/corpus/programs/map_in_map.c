// A map of maps has relocations in its own section, which name the inner maps.
// MAPS: inner, outer
// RELOC: .maps inner
// RELOC: xdp outer
// RUN: pass -> 2
#include <bpf_min.h>

struct inner {
    MAP_UINT(type, 2);
    MAP_TYPE(key, u32);
    MAP_TYPE(value, u64);
    MAP_UINT(max_entries, 1);
} inner SEC(".maps");

struct {
    MAP_UINT(type, 12);
    MAP_TYPE(key, u32);
    MAP_UINT(max_entries, 2);
    struct inner *values[];
} outer SEC(".maps") = {.values = {&inner}};

SEC("xdp") int pass(void *ctx) {
    u32 key = 0;
    void *map = map_lookup(&outer, &key);
    if (!map)
        return XDP_ABORTED;
    return map_lookup(map, &key) ? XDP_PASS : XDP_DROP;
}
