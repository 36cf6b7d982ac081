// Options that rustc and old builds pass are accepted, and of repeated ones the last counts.
// BUILD: prog.bc = clang-22 accepted.c
// LINK: prog.bc --btf
// SAME-BYTES-WITH: -flavor gnu -L . -L/nowhere --debug --btf prog.bc
// SAME-BYTES-WITH: --btf -O2 -- prog.bc
// SAME-BYTES-WITH: --cpu v3 prog.bc --btf --cpu generic 
// RUN: pass -> 2
//--- accepted.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
char _license[] SEC("license") = "GPL";
