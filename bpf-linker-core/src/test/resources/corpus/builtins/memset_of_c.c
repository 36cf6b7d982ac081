// C that clears and copies memory needs no library: the linker brings what code generation asks for.
// LLVM: all
// BUILD: prog.bc = clang-19 memset_of_c.c
// LINK: prog.bc --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 2
// LINK: prog.bc --btf --disable-expand-memcpy-in-order
// RUN: pass -> 2
// LINK: prog.bc --btf -O s
// RUN: pass -> 2
#include <bpf_min.h>
struct event {
    u64 words[8];
};
ARRAY_MAP(events, struct event, 1);
SEC("xdp") int pass(void *ctx) {
    struct event e, copy;
    u32 key = 0;
    __builtin_memset(&e, 0, sizeof(e));
    e.words[3] = 2;
    struct event *slot = map_lookup(&events, &key);
    if (!slot)
        return XDP_ABORTED;
    __builtin_memcpy(slot, &e, sizeof(e));
    __builtin_memmove(&copy, slot, sizeof(copy));
    return copy.words[3];
}
