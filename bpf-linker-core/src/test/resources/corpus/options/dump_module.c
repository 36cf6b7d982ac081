// --dump-module shows the module before and after optimization.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes dump_module.c
// LINK: prog.bc --btf --dump-module dumps
// FILE: dumps/pre-opt.ll define .*@pass
// FILE: dumps/pre-opt.ll alloca
// FILE: dumps/post-opt.ll define .*@pass
// NOT-FILE: dumps/post-opt.ll alloca
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) {
    int verdict = XDP_PASS;
    return verdict;
}
