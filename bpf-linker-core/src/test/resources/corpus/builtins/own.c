// A memcpy among the inputs is taken before the linker's own, and none is left when nothing calls it.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: own.bc = clang-19 -fno-builtin own.c
// BUILD: own.a = ar rcs own.bc
// LINK: main.bc own.bc --btf
// RUN: pass -> 2
// LINK: main.bc own.a --btf
// RUN: pass -> 2
// BUILD: plain.bc = clang-19 plain.c
// LINK: plain.bc own.a --btf
// NOT-SYMBOL: memcpy
// NOT-SYMBOL: memset
// NOT-SYMBOL: marker
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
struct block {
    u64 words[20];
};
ARRAY_MAP(blocks, struct block, 2);
SEC("xdp") int pass(void *ctx) {
    u32 zero = 0, one = 1;
    struct block *a = map_lookup(&blocks, &zero), *b = map_lookup(&blocks, &one);
    if (!a || !b)
        return XDP_ABORTED;
    __builtin_memcpy(a, b, sizeof(*a));
    return 2;
}
//--- own.c
#include <bpf_min.h>
int marker;
void *memcpy(void *to, const void *from, u64 size) {
    marker++;
    for (u64 i = 0; i < size; i++)
        ((u8 *)to)[i] = ((const u8 *)from)[i];
    return to;
}
//--- plain.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
