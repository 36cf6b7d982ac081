// The link map says what was kept, from which input, and which symbol asked for it.
// BUILD: main.bc = clang-22 main.c
// BUILD: two.bc = clang-22 two.c
// BUILD: one.bc = clang-22 one.c
// BUILD: lib.a = ar rcs two.bc one.bc
// LINK: main.bc lib.a --btf --link-map map.txt
// FILE: map.txt lib\.a\(two\.bc\)\n +two, asked for by main\.bc
// FILE: map.txt pass
// NOT-FILE: map.txt memcpy
// NOT-FILE: map.txt one\.bc
// RUN: pass -> 2
// BUILD: weak.bc = clang-22 weak.c
// BUILD: strong.bc = clang-22 strong.c
// LINK: weak.bc strong.bc --btf --link-map map.txt
// FILE: map.txt function chosen\b.*\n +strong\.bc
// FILE: map.txt function helper\b.*\n +strong\.bc
// FILE: map.txt function later\b.*\n +strong\.bc
// FILE: map.txt function use\b.*\n +weak\.bc
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- two.c
int two(void) { return 2; }
//--- one.c
int one(void) { return 1; }
//--- weak.c
#include <bpf_min.h>
int helper(int n);
int later(int n);
__weak __noinline int chosen(int n) { return ktime() + n; }
__weak __noinline int chosen_too(int n) { return prandom() + n; }
SEC("xdp") int use(void *ctx) { return chosen(1) + chosen_too(2) + helper(1) + later(3); }
//--- strong.c
#include <bpf_min.h>
__noinline int chosen(int n) { return pid_tgid() + n; }
__noinline int chosen_too(int n) { return pid_tgid() - n; }
__noinline int helper(int n) { return ktime() - n; }
__noinline int later(int n) { return ktime() * n; }
