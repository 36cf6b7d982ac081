// A switch over strings that the compiler made a table of addresses: the remedy is an option of the compiler.
// LLVM: system-22
// BUILD: table.bc = clang-22 -mcpu=v4 switch_table.c
// BUILD: code.bc = clang-22 -mcpu=v4 -fno-jump-tables switch_table.c
// LINK: table.bc --btf
// EXIT: 1
// STDERR: switch_table\.c:\d+:.*'switch\.table\.pass', which holds addresses in \.rodata.*; a compiler made it of a switch: compile with -fno-jump-tables
// NOT-STDERR: choose by a switch
// LINK: code.bc --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 116
#include <bpf_min.h>
static const char *name(u32 number) {
    switch (number) {
    case 0:
        return "zero";
    case 1:
        return "one";
    case 2:
        return "two";
    case 3:
        return "three";
    case 4:
        return "four";
    default:
        return "many";
    }
}
volatile u32 choice = 2;
SEC("xdp") int pass(void *context) {
    return name(choice)[0];
}
