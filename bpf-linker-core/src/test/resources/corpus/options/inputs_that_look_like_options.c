// Behind -- everything is an input, whatever it is called.
// BUILD: prog.bc = clang-22 prog.c
// BUILD: --odd.bc = cat prog.bc
// CLI: --btf -o out.o -- --odd.bc
// PROGRAMS: xdp:pass
//--- prog.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
