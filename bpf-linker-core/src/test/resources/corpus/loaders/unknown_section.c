// A section that no loader knows is named with the nearest one that they do.
// BUILD: only.bc = clang-22 only.c
// BUILD: beside.bc = clang-22 beside.c
// LINK: only.bc --btf
// STDERR: only\.c:@[only]: warning: no loader knows section 'xpd' of function 'pass'; did you mean SEC\("xdp"\)$
// LOAD: xdp
// LINK: beside.bc --btf
// STDERR: beside\.c:@[beside]: warning: no loader knows section 'krpobe/do_exit' of function 'leaves'; did you mean SEC\("kprobe/do_exit"\)
// LOAD: xdp
// LINK: beside.bc --btf --unloadable=error
// EXIT: 1
// STDERR: beside\.c:@[beside]: error: no loader knows section 'krpobe/do_exit'
//--- only.c
#include <bpf_min.h>
SEC("xpd") int pass(struct xdp_md *ctx) { return XDP_PASS; } // [only]
//--- beside.c
#include <bpf_min.h>
SEC("xdp") int pass(struct xdp_md *ctx) { return XDP_PASS; }
SEC("krpobe/do_exit") int leaves(void *ctx) { return 1; } // [beside]
