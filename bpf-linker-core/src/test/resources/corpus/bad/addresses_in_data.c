// Loaders fill in no addresses in global data: each variable that holds some is named with its line, and nothing is written.
// LLVM: embedded system-22
// BUILD: table.bc = clang-19 table.c
// LINK: table.bc --btf
// EXIT: 1
// STDERR: table\.c:@[names]\b.*error: 'names' holds addresses in \.rodata.*; set it in the program, choose by a switch
// LINK: table.bc
// EXIT: 1
// STDERR: table\.c:@[names]\b.*error: 'names' holds addresses
// BUILD: sections.bc = clang-19 sections.c
// LINK: sections.bc --btf
// EXIT: 1
// STDERR: sections\.c:@[cursor]\b.*error: 'cursor' holds addresses in \.data,
// STDERR: sections\.c:@[data]\b.*error: 'in_data' holds addresses in \.data\.mine,
// STDERR: sections\.c:@[rodata]\b.*error: 'in_rodata' holds addresses in \.rodata\.mine,
// NOT-STDERR: 'x'|'plain'
// BUILD: undescribed.bc = clang-19 -g0 sections.c
// LINK: undescribed.bc
// EXIT: 1
// STDERR: Error: function 'pass' uses 'cursor', which holds addresses in \.data,
// BUILD: bss.bc = clang-19 bss.c
// LINK: bss.bc --btf
// EXIT: 1
// STDERR: bss\.c:@[bss]\b.*error: 'in_bss' holds addresses in \.bss\.mine,
// LINK: table.bc --btf --fatal-errors=false
// STDERR: table\.c:@[names]\b.*warning: 'names' holds addresses
// NO-LOAD: what is no address is read as one
// BUILD: unread.bc = clang-19 unread.c
// LINK: unread.bc --btf
// LOAD-SAYS: skipping relo section
// RUN: pass -> 7
//--- table.c
#include <bpf_min.h>
static const char *const names[4] = {"red", "green", "blue", "white"}; // [names]
const volatile u32 color = 2;
SEC("xdp") int pass(void *ctx) { return *names[color & 3]; }
//--- sections.c
#include <bpf_min.h>
long x = 5;
long *cursor = &x; // [cursor]
struct { int plain; long *address; } in_data SEC(".data.mine") = {1, &x}; // [data]
const struct { int plain; long *address; } in_rodata SEC(".rodata.mine") = {1, &x}; // [rodata]
struct { int plain; long *address; } plain = {1, 0};
SEC("xdp") int pass(void *ctx) { return *cursor + plain.plain; }
//--- bss.c
#include <bpf_min.h>
long x = 5;
long zero SEC(".bss.mine") = 0;
long *in_bss SEC(".bss.mine") = &x; // [bss]
SEC("xdp") int pass(void *ctx) { return *in_bss; }
//--- unread.c
#include <bpf_min.h>
static const struct { const char *why; int limits[4]; } documented = {"as measured", {7, 8, 9, 10}};
const volatile u32 choice = 0;
SEC("xdp") int pass(void *ctx) { return documented.limits[choice & 3]; }
