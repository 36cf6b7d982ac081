// A program with a map and a license is what most users link.
// LLVM: all
// BUILD: prog.bc = clang-19 xdp_map.c
// LINK: prog.bc --btf
// PROGRAMS: xdp:count
// MAPS: counts
// SYMBOL: count GLOBAL FUNC DEFAULT
// SYMBOL: counts GLOBAL OBJECT
// SYMBOL: _license GLOBAL OBJECT size=4
// SECTION: .BTF
// SECTION: .BTF.ext
// RELOC: xdp counts
// NOT-SECTION: .llvmbc
// RUN: count -> 2
#include <bpf_min.h>

ARRAY_MAP(counts, u64, 4);

SEC("xdp") int count(struct xdp_md *ctx) {
    u32 key = 1;
    u64 *value = map_lookup(&counts, &key);
    if (value)
        __sync_fetch_and_add(value, 1);
    return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
