// A function without a section is no program; its context says which section it may want.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf
// STDERR: main\.c:@[here]: warning: 'out\.o' has no program: function 'drop_all' is in no section.*; put SEC\("xdp"\) before it
// PROGRAMS: -
// LINK: main.bc --btf --unloadable=error
// EXIT: 1
// STDERR: main\.c:@[here]: error: 'out\.o' has no program: function 'drop_all'
// LINK: main.bc --btf --unloadable=allow
// PROGRAMS: -
// LINK: main.bc -r
// IR: define .*@drop_all
//--- main.c
#include <bpf_min.h>
static u32 port(u32 value) { return value & 0xffff; }
int drop_all(struct xdp_md *ctx) { return port(ctx->ingress_ifindex) ? XDP_DROP : XDP_PASS; } // [here]
