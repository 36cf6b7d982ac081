// Maps in a section called maps, as old loaders and aya read them, need no BTF.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -g0 legacy_maps.c
// LINK: prog.bc
// MAPS: first, second
// PROGRAMS: xdp:pass
// RELOC: xdp second
// SYMBOL: first GLOBAL OBJECT maps size=20
// NOT-SECTION: .BTF
// NO-LOAD: libbpf 1 refuses maps of this form
#include <bpf_min.h>

struct bpf_map_def {
    u32 type, key_size, value_size, max_entries, flags;
};
struct bpf_map_def first SEC("maps") = {2, 4, 8, 1, 0};
struct bpf_map_def second SEC("maps") = {2, 4, 8, 1, 0};

SEC("xdp") int pass(void *ctx) {
    u32 key = 0;
    return map_lookup(&second, &key) ? XDP_PASS : XDP_DROP;
}
