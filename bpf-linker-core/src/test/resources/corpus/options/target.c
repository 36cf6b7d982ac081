// The target can be named, in each of the spellings that tools use.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 target.c
// LINK: prog.bc --btf --target bpfel
// RUN: pass -> 2
// LINK: prog.bc --btf --target bpf
// RUN: pass -> 2
// LINK: prog.bc --btf --target=bpfel-unknown-none
// RUN: pass -> 2
// BUILD: big.bc = clang-19 --target=bpfeb target.c
// LINK: big.bc --btf --target bpfeb-unknown-none
// PROGRAMS: xdp:pass
// LINK: text.ll --target bpfeb
// PROGRAMS: xdp:neutral
//--- target.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
//--- text.ll
define i32 @neutral(ptr %ctx) section "xdp" {
  ret i32 2
}
