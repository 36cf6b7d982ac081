// Variables of every kind keep their section and value.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 global_data.c
// LINK: prog.bc --btf
// SYMBOL: limit GLOBAL OBJECT .rodata size=4
// SYMBOL: start GLOBAL OBJECT .data size=8
// SYMBOL: seen GLOBAL OBJECT .bss size=8
// SYMBOL: own GLOBAL OBJECT .data.own
// RELOC: xdp start
// RUN: sum -> 52
#include <bpf_min.h>

const volatile u32 limit = 40;
volatile u64 start = 7;
volatile u64 seen;
volatile u32 own SEC(".data.own") = 5;

SEC("xdp") int sum(void *ctx) {
    seen++;
    return limit + start + own;
}
