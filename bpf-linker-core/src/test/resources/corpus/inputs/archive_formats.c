// Archives of GNU, BSD and thin form, with long names and without a symbol table, give the same object.
// BUILD: main.bc = clang-22 main.c
// BUILD: help.bc = clang-22 help.c
// BUILD: with-a-name-of-many-letters.bc = clang-22 more.c
// BUILD: gnu.a = ar --format=gnu rcs help.bc with-a-name-of-many-letters.bc
// BUILD: bsd.a = ar --format=bsd rcs help.bc with-a-name-of-many-letters.bc
// BUILD: darwin.a = ar --format=darwin rcs help.bc with-a-name-of-many-letters.bc
// BUILD: thin.a = ar --thin rcs help.bc with-a-name-of-many-letters.bc
// BUILD: bare.a = ar rcS help.bc with-a-name-of-many-letters.bc
// LINK: main.bc gnu.a --btf
// SAME-BYTES-WITH: main.bc bsd.a --btf
// SAME-BYTES-WITH: main.bc darwin.a --btf
// SAME-BYTES-WITH: main.bc thin.a --btf
// SAME-BYTES-WITH: main.bc bare.a --btf
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int one(void);
int two(void) { return one() + 1; }
//--- more.c
int one(void) { return 1; }
