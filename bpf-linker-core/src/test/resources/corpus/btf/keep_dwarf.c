// DWARF goes from the object unless it is kept; BTF is the same either way.
// BUILD: prog.bc = clang-22 keep_dwarf.c
// LINK: prog.bc --btf --keep-dwarf
// SECTION: .debug_info
// SECTION: .BTF
// LINK: prog.bc --btf
// NOT-SECTION: .debug_info
// NOT-SECTION: .rel.debug_info
// NOT-SECTION: .debug_str
// SECTION: .BTF.ext
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(struct xdp_md *ctx) { return XDP_PASS; }
