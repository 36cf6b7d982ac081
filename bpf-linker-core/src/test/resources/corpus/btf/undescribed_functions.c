// Functions that no compiler described are described by the linker: libbpf refuses an object in which one is called.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: bare.bc = clang-19 -g0 bare.c
// LINK: main.bc bare.bc --btf
// BTF: (?s)(?=.*FUNC 'bare' type_id=\d+ linkage=global)(?=.*FUNC 'memset' type_id=\d+ linkage=static)
// RUN: pass -> 5
//--- main.c
#include <bpf_min.h>
struct event { char bytes[80]; };
static __noinline int use(struct event *e) { return e->bytes[3]; }
int bare(int a, long b);
SEC("xdp") int pass(struct xdp_md *ctx) {
    struct event e;
    __builtin_memset(&e, 0, sizeof(e));
    return use(&e) + bare(2, 3);
}
//--- bare.c
__attribute__((noinline)) int bare(int a, long b) { return a + b; }
