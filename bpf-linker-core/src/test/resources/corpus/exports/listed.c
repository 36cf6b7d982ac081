// With a list exactly what it names stays visible, from options, files or both.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 listed.c
// LINK: prog.bc --btf --export pass
// PROGRAMS: xdp:pass
// SYMBOL: pass GLOBAL FUNC xdp
// NOT-SYMBOL: drop
// NOT-SYMBOL: state GLOBAL
// RUN: pass -> 2
// LINK: prog.bc --btf --export pass,drop --export state
// SYMBOL: drop GLOBAL FUNC xdp
// SYMBOL: state GLOBAL OBJECT
// RUN: drop -> 1
// LINK: prog.bc --btf --export-symbols symbols
// SYMBOL: drop GLOBAL FUNC xdp
// SYMBOL: other GLOBAL OBJECT
// NOT-SYMBOL: pass
// RUN: drop -> 1
// LINK: prog.bc --btf --export-symbols symbols --export=pass
// PROGRAMS: xdp:drop, xdp:pass
// RUN: drop -> 1
// LINK: prog.bc --export-symbols nowhere
// EXIT: 1
// STDERR: ^Error: 'nowhere' does not exist
//--- listed.c
#include <bpf_min.h>
#undef SEC
#define SEC(name) __attribute__((section(name)))
int state, other;
SEC("xdp") int pass(void *ctx) { return XDP_PASS + state + other; }
SEC("xdp") int drop(void *ctx) { return XDP_DROP; }
//--- symbols
drop

other
