// Each C file of a program may state its license and version: equal ones count once, others are an error.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: again.bc = clang-14 again.c
// BUILD: again.a = ar rcs again.bc
// BUILD: other.bc = clang-19 other.c
// LINK: main.bc again.bc --btf
// SYMBOL: LICENSE GLOBAL OBJECT license size=4
// SYMBOL: VERSION GLOBAL OBJECT version size=4
// SECTION: license size=4
// SECTION: version size=4
// RUN: first -> 3
// LINK: main.bc again.a --btf
// SECTION: license size=4
// RUN: first -> 3
// LINK: main.bc again.bc other.bc
// EXIT: 1
// STDERR: ^Error: 'LICENSE' is defined in 'main\.bc' and again in 'other\.bc'
//--- main.c
#include <bpf_min.h>
int twice(int n);
SEC("xdp") int first(void *ctx) { return twice(1) + 1; }
char LICENSE[] SEC("license") = "GPL";
u32 VERSION SEC("version") = 7;
//--- again.c
#include <bpf_min.h>
int twice(int n) { return 2 * n; }
SEC("xdp") int second(void *ctx) { return 2; }
char LICENSE[] SEC("license") = "GPL";
u32 VERSION SEC("version") = 7;
//--- other.c
#include <bpf_min.h>
SEC("xdp") int third(void *ctx) { return 2; }
char LICENSE[] SEC("license") = "MIT";
