// A list of exports that leaves every program out leaves an object without one.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf --export counts
// STDERR: main\.c:@[pass]: warning: function 'pass' in section 'xdp' is not exported, so 'out\.o' has no program; name it by --export, or leave --export out
// NO-LOAD: the program is static
//--- main.c
#include <bpf_min.h>
ARRAY_MAP(counts, u64, 1);
SEC("xdp") int pass(struct xdp_md *ctx) { return XDP_PASS; } // [pass]
