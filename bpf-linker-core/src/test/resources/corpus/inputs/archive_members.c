// Members that are no bitcode, of one name, or archives themselves, do no harm.
// BUILD: main.bc = clang-22 main.c
// BUILD: same.bc = clang-22 one.c
// BUILD: lib.a = ar qcs same.bc
// BUILD: same.bc = clang-22 two.c
// BUILD: plain.o = clang-22 --target=x86_64-linux-gnu -fembed-bitcode=off plain.c
// BUILD: inner.a = ar rcs plain.o
// BUILD: lib.a = ar qcs same.bc junk.txt lib.rmeta plain.o inner.a nothing
// LINK: main.bc lib.a --btf
// RUN: pass -> 3
// LINK: main.bc lib.a --btf --whole-archive
// RUN: pass -> 3
//--- main.c
#include <bpf_min.h>
int one(void);
int two(void);
SEC("xdp") int pass(void *ctx) { return one() + two(); }
//--- one.c
int one(void) { return 1; }
//--- two.c
int two(void) { return 2; }
//--- plain.c
int plain(void) { return 0; }
//--- junk.txt
This is text and no IR.
//--- lib.rmeta
rust
//--- nothing
