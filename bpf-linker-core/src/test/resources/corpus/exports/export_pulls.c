// An export is looked for in archives, too.
// BUILD: main.bc = clang-22 main.c
// BUILD: lib.bc = clang-22 lib.c
// BUILD: lib.a = ar rcs lib.bc
// LINK: main.bc lib.a --btf --export pass,far
// PROGRAMS: tc:far, xdp:pass
// SYMBOL: far GLOBAL FUNC tc
//--- main.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return 2; }
//--- lib.c
#include <bpf_min.h>
SEC("tc") int far(void *ctx) { return 0; }
