// Bitcode and objects without it call each other, also through archives; what was visible for that alone becomes local.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: help.o = clang-19 -fembed-bitcode=off help.c
// BUILD: base.bc = clang-19 base.c
// BUILD: help.a = ar rcs help.o
// BUILD: base.a = ar rcs base.bc
// LINK: main.bc help.o base.bc --btf
// PROGRAMS: xdp:pass
// SYMBOL: base LOCAL
// SYMBOL: help GLOBAL
// BTF: FUNC 'base'.*linkage=static
// RUN: pass -> 29
// LINK: help.a main.bc base.a --btf --link-map map.txt
// PROGRAMS: xdp:pass
// FILE: map.txt help.a.help.o.\n    help, asked for by
// FILE: map.txt local  function base
// RUN: pass -> 29
// LINK: main.bc help.o base.bc --btf --emit asm
// EXIT: 1
// STDERR: ^Error: 'help\.o' is compiled already, so it becomes part of an object and of no other output; link with --emit
// LINK: main.bc help.o base.bc --btf -r
// EXIT: 1
// STDERR: ^Error: 'help\.o' is compiled already
// LINK: main.bc help.o --btf
// STDERR: help\.c:@[base]:\d+: warning: 'base' is defined nowhere
// NO-LOAD: base is defined nowhere
//--- main.c
#include <bpf_min.h>
int help(int x);
SEC("xdp") int pass(void *ctx) { return help(3) + 1; }
char _license[] SEC("license") = "GPL";
//--- help.c
#include <bpf_min.h>
int base(int x);
int help(int x) { return base(x + 1) * 4; } // [base]
//--- base.c
int base(int x) { return x + 3; }
