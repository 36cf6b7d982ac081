// REQUIRES: never used-maps 65 > 64
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

#define MAP(name)                         \
    struct {                              \
        __uint(type, BPF_MAP_TYPE_ARRAY); \
        __uint(max_entries, 1);           \
        __type(key, int);                 \
        __type(value, int);               \
    } name SEC(".maps");
#define FOUR(each, name) each(name##0) each(name##1) each(name##2) each(name##3)
#define SIXTEEN(each, name) FOUR(each, name##0) FOUR(each, name##1) FOUR(each, name##2) FOUR(each, name##3)
#define ALL(each) \
    SIXTEEN(each, map0) SIXTEEN(each, map1) SIXTEEN(each, map2) SIXTEEN(each, map3) each(map_too_many)
#define USE(name)                        \
    if (bpf_map_lookup_elem(&name, &key)) \
        found++;                         \
    asm volatile("" : "+r"(found));

ALL(MAP)

SEC("socket") int prog(void *ctx) {
    int key = 0;
    int found = 0;
    ALL(USE)
    return found;
}

char _license[] SEC("license") = "GPL";
