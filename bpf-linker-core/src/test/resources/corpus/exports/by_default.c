// Without a list, whatever a loader looks up stays visible and the rest does not.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 by_default.c
// LINK: prog.bc --btf
// SYMBOL: pass GLOBAL FUNC xdp
// SYMBOL: counts GLOBAL OBJECT .maps
// SYMBOL: setting GLOBAL OBJECT .rodata
// SYMBOL: state GLOBAL OBJECT .bss
// SYMBOL: subprogram GLOBAL FUNC .text
// SYMBOL: replaceable WEAK FUNC .text
// NOT-SYMBOL: inlined_away
// NOT-SYMBOL: own GLOBAL
// NOT-SYMBOL: local GLOBAL
// SYMBOL: local LOCAL FUNC .text
// SYMBOL: _license GLOBAL OBJECT license
// SYMBOL: _version GLOBAL OBJECT version
// RUN: pass -> 15
#include <bpf_min.h>
ARRAY_MAP(counts, u64, 1);
const volatile u32 setting = 1;
u32 state;
static volatile u32 own;
__noinline int subprogram(struct xdp_md *ctx) { return 2; }
__weak int replaceable(struct xdp_md *ctx) { return 4; }
int inlined_away(int n) { return n; }
static __noinline int local(int n) { return own + n; }
SEC("xdp") int pass(struct xdp_md *ctx) {
    state = inlined_away(setting);
    return subprogram(ctx) + replaceable(ctx) + local(8) + state;
}
char _license[] SEC("license") = "GPL";
u32 _version SEC("version") = 1;
