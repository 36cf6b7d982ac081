// Two members that are both needed and define one symbol are reported, with their archive.
// BUILD: main.bc = clang-22 main.c
// BUILD: one.bc = clang-22 one.c
// BUILD: two.bc = clang-22 two.c
// BUILD: lib.a = ar rcs one.bc two.bc
// LINK: main.bc lib.a
// EXIT: 1
// STDERR: 'shared' is defined in 'lib\.a\((one|two)\.bc\)' and again in 'lib\.a\((one|two)\.bc\)'
//--- main.c
#include <bpf_min.h>
int one(void);
int two(void);
SEC("xdp") int pass(void *ctx) { return one() + two(); }
//--- one.c
int shared(void) { return 1; }
int one(void) { return shared(); }
//--- two.c
int shared(void) { return 1; }
int two(void) { return shared(); }
