// Loaders refuse a static program; one that the compiler drops leaves nothing.
// BUILD: kept.bc = clang-22 kept.c
// BUILD: dropped.bc = clang-22 dropped.c
// LINK: kept.bc --btf
// STDERR: kept\.c:@[kept]: warning: function 'pass' in section 'xdp' is static, which loaders refuse; remove static
// NO-LOAD: the program is static
// LINK: dropped.bc --btf
// STDERR: Warning: 'out\.o' has no program: no input defines a function that a loader could start; .*SEC\("xdp"\) and without static
// LINK: dropped.bc --btf --unloadable=error
// EXIT: 1
// STDERR: Error: 'out\.o' has no program
//--- kept.c
#include <bpf_min.h>
static SEC("xdp") int pass(struct xdp_md *ctx) { return XDP_PASS; } // [kept]
//--- dropped.c
static __attribute__((section("xdp"))) int pass(void *ctx) { return 2; }
int shared;
