// Optimizing for speed inlines what optimizing for size calls.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes size_or_speed.c
// LINK: prog.bc --btf -Oz
// SYMBOL: work LOCAL FUNC .text
// RUN: pass -> 0
// LINK: prog.bc --btf -O3
// NOT-SYMBOL: work
// RUN: pass -> 0
#include <bpf_min.h>
volatile u32 values[8];
static u32 work(u32 n) {
    u32 sum = n;
    sum += values[0] * n + values[1] * n;
    sum ^= values[2] * sum + values[3] * n;
    return sum + values[4];
}
SEC("xdp") int pass(void *ctx) { return work(values[5]) + work(values[6]); }
