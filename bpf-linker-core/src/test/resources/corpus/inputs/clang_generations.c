// A clang of today and one of years ago meet in one object, one of them in an archive.
// LLVM: system-22 auto
// BUILD: main.bc = clang-22 main.c
// BUILD: help.bc = clang-14 help.c
// BUILD: libhelp.a = ar rcs help.bc
// LINK: main.bc libhelp.a --btf
// PROGRAMS: xdp:pass
// MAPS: counts
// NOT-SYMBOL: unused
// RUN: pass -> 2
// LINK: libhelp.a main.bc --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int verdict(void *map);
ARRAY_MAP(counts, u64, 1);
SEC("xdp") int pass(void *ctx) { return verdict(&counts); }
//--- help.c
#include <bpf_min.h>
int verdict(void *map) {
    u32 key = 0;
    return map_lookup(map, &key) ? XDP_PASS : XDP_DROP;
}
int unused(void) { return 1; }
