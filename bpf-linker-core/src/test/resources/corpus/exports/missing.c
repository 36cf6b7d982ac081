// An export that no input defines is a typo, and is named in a warning, since rustc may list what was optimized away.
// BUILD: prog.bc = clang-22 missing.c
// LINK: prog.bc --export pas
// NOT-SYMBOL: pass GLOBAL
// NO-LOAD: its only program is static now
// STDERR: ^Warning: 'pas' is exported, but no input defines it
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
