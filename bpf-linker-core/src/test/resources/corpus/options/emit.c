// Each kind of output, and several of one link.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 emit.c
// LINK: prog.bc --btf --emit asm -o out.s
// FILE: out.s ^\s*\.section\s+xdp
// FILE: out.s ^pass:
// FILE: out.s r0 = 2
// LINK: prog.bc --emit llvm-ir -o out.ll
// IR: define .*i32 @pass\(.*section "xdp"
// LINK: prog.bc --emit=llvm-bc -o out.bc
// IR: define .*i32 @pass\(.*section "xdp"
// LINK: out.bc
// PROGRAMS: xdp:pass
// RUN: pass -> 2
// LINK: prog.bc --btf --emit obj --emit asm,llvm-ir -o multi.o
// PROGRAMS: xdp:pass
// FILE: multi.s ^pass:
// FILE: multi.ll define .*@pass
// RUN: pass -> 2
// LINK: prog.bc --btf --emit asm --emit obj -o first.s
// FILE: first.s ^pass:
// LINK: first.bc --btf
// EXIT: 1
// STDERR: 'first.bc' does not exist
// LINK: prog.bc --btf -o clash.s --emit=obj --emit=asm
// PROGRAMS: xdp:pass
// RUN: pass -> 2
// LINK: prog.bc --btf -o clash.ll --emit=asm --emit=llvm-ir
// FILE: clash.ll ^pass:
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
