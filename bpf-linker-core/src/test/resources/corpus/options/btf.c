// Debug information becomes BTF with --btf and is dropped without.
// LLVM: all
// BUILD: prog.bc = clang-19 btf.c
// LINK: prog.bc --btf
// SECTION: .BTF
// SECTION: .BTF.ext
// BTF: FUNC 'pass'
// LINK: prog.bc
// NOT-SECTION: .BTF
// NOT-SECTION: .BTF.ext
// NOT-SECTION: .debug_info
// NOT-SECTION: .debug_line
// RUN: pass -> 2
// BUILD: bare.bc = clang-19 -g0 btf.c
// LINK: bare.bc --btf
// STDERR: Warning: no input has debug information, so 'out\.o' has no BTF; compile with -g \(Rust: -C debuginfo=2\)
// NOT-SECTION: .BTF
// NOT-SECTION: .debug_info
// RUN: pass -> 2
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
