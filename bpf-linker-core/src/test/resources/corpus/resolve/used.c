// What llvm.used names survives, also static and in a member that is in.
// BUILD: main.bc = clang-22 main.c
// BUILD: lib.bc = clang-22 lib.c
// BUILD: lib.a = ar rcs lib.bc
// LINK: main.bc lib.a --btf --export pass
// MAPS: hidden_map
// SYMBOL: note OBJECT notes
// NO-LOAD: libbpf wants maps that are not static
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- lib.c
#include <bpf_min.h>
static ARRAY_MAP(hidden_map, u64, 1);
static const char note[] SEC("notes") = "kept";
int two(void) { return 2; }
