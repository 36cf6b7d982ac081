// Two strong definitions are an error that names both inputs.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: one.bc = clang-19 one.c
// BUILD: two.bc = clang-19 two.c
// BUILD: one.a = ar rcs one.bc
// BUILD: two.a = ar rcs two.bc
// LINK: main.bc one.bc two.bc
// EXIT: 1
// STDERR: ^Error: 'verdict' is defined in '(one|two)\.bc' and again in '(one|two)\.bc'
// STDERR: 'one\.bc'
// STDERR: 'two\.bc'
// LINK: main.bc one.bc two.a --whole-archive
// EXIT: 1
// STDERR: 'verdict' is defined in .*one\.bc
// STDERR: two\.a\(two\.bc\)
// LINK: main.bc one.a two.a --btf
// RUN: pass -> 1
// BUILD: table.bc = clang-19 table.c
// BUILD: other.bc = clang-19 table.c
// LINK: main.bc one.bc table.bc other.bc
// EXIT: 1
// STDERR: 'table' is defined in '(table|other)\.bc'
//--- main.c
#include <bpf_min.h>
int verdict(void);
SEC("xdp") int pass(void *ctx) { return verdict(); }
//--- one.c
int verdict(void) { return 1; }
//--- two.c
int verdict(void) { return 2; }
//--- table.c
int table[4] = {1, 2};
