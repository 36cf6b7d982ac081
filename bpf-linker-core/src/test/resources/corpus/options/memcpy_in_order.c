// Copies of a constant size are expanded in order unless that is turned off.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes memcpy_in_order.c
// LINK: prog.bc --btf
// DISASM: \*\(u64 \*\)\(r\d \+ 0x0\)
// RUN: pass -> 2
// LINK: prog.bc --btf --disable-expand-memcpy-in-order
// RUN: pass -> 2
#include <bpf_min.h>
struct block {
    u64 words[6];
};
ARRAY_MAP(blocks, struct block, 2);
SEC("xdp") int pass(void *ctx) {
    u32 zero = 0, one = 1;
    struct block *a = map_lookup(&blocks, &zero), *b = map_lookup(&blocks, &one);
    if (!a || !b)
        return XDP_ABORTED;
    __builtin_memcpy(a, b, sizeof(*a));
    return XDP_PASS;
}
