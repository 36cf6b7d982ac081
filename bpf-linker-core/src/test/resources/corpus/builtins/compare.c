// memcmp and bcmp of a constant size are brought too, and give what they give in C.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 compare.c
// LINK: prog.bc --btf
// RUN: equal -> 1
// RUN: less -> 2
#include <bpf_min.h>
struct name {
    char text[40];
};
ARRAY_MAP(names, struct name, 2);
static __inlined int compare(int change) {
    u32 zero = 0, one = 1;
    struct name *a = map_lookup(&names, &zero), *b = map_lookup(&names, &one);
    if (!a || !b)
        return 100;
    b->text[39] = change;
    return __builtin_memcmp(a->text, b->text, 40);
}
SEC("xdp") int equal(void *ctx) { return compare(0) == 0 ? 1 : 0; }
SEC("xdp") int less(void *ctx) { return compare(1) < 0 ? 2 : 0; }
