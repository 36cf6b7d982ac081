// BTF describes the code and does not change it.
// LLVM: embedded system-19 system-22
// BUILD: main.bc = clang-14 main.c
// BUILD: help.bc = clang-19 help.c
// LINK: main.bc help.bc --btf
// DISASM: twice
// SAME-SHAPE-WITH: --keep-dwarf
// LINK: main.bc help.bc
// DISASM: twice
// NOT-SECTION: .BTF
// NOT-SECTION: .debug_info
// NO-LOAD: its map needs BTF
//--- main.c
#include <bpf_min.h>
ARRAY_MAP(counts, u64, 4);
int twice(int);
SEC("xdp") int pass(struct xdp_md *ctx) {
    u32 key = 1;
    u64 *count = map_lookup(&counts, &key);
    if (!count)
        return XDP_ABORTED;
    *count += ctx->ingress_ifindex;
    return twice(ctx->rx_queue_index) & 1;
}
//--- help.c
__attribute__((noinline)) int twice(int x) { return x * 2 + 1; }
