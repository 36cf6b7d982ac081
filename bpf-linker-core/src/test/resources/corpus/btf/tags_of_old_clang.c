// LLVM 19 and newer drop tags of pointers and members that older ones wrote, without a word: we say so.
// LLVM: embedded system-22
// BUILD: new.bc = clang-19 tags_of_old_clang.c
// LINK: new.bc --btf
// BTF: DECL_TAG 'inner' type_id=\d+ component_idx=1
// BTF: TYPE_TAG 'user'
// RUN: pass -> 2
// BUILD: old.bc = clang-16 tags_of_old_clang.c
// LINK: old.bc --btf
// STDERR: ^Warning: 'old\.bc' was written by LLVM16\..*, and LLVM 2\d\..* tags .*; compile it with clang 19 or newer
// NOT-BTF: TYPE_TAG
// RUN: pass -> 2
// LINK: old.bc -r -o merged.bc
// STDERR: ^Warning: 'old\.bc' was written by
// BUILD: plain.bc = clang-16 plain.c
// LINK: plain.bc --btf
// RUN: pass -> 2
//--- tags_of_old_clang.c
#include <bpf_min.h>
struct tagged {
    int __attribute__((btf_type_tag("user"))) *pointer;
    int member __attribute__((btf_decl_tag("inner")));
} kept;
SEC("xdp") int pass(void *ctx) { return 2 + kept.member; }
//--- plain.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
