// Loops that optimization turns into memset or memcpy find one, though no input calls it.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O1 -Xclang -disable-llvm-passes loop_to_call.c
// LINK: prog.bc --btf -O2
// PROGRAMS: xdp:pass
// RUN: pass -> 4
#include <bpf_min.h>
struct block {
    u8 bytes[64];
};
ARRAY_MAP(blocks, struct block, 2);
SEC("xdp") int pass(struct xdp_md *ctx) {
    u32 zero = 0, one = 1;
    struct block *a = map_lookup(&blocks, &zero), *b = map_lookup(&blocks, &one);
    if (!a || !b)
        return XDP_ABORTED;
    for (int i = 0; i < 64; i++)
        a->bytes[i] = 4;
    for (int i = 0; i < 64; i++)
        b->bytes[i] = a->bytes[i];
    return b->bytes[63];
}
