// An output that is an input, by whatever name and whichever output, is refused before anything is written.
// BUILD: one.bc = clang-22 output_is_input.c
// BUILD: copy.bc = cat one.bc
// BUILD: folder = mkdir
// BUILD: folder/pre-opt.ll = clang-22 -S output_is_input.c
// BUILD: names.txt = cat names
// LINK: one.bc -o one.bc
// EXIT: 1
// STDERR: ^Error: 'one\.bc' would be written over 'one\.bc', which is read; give one of them another name
// LINK: copy.bc ./one.bc -o folder/../one.bc
// EXIT: 1
// STDERR: ^Error: 'folder/\.\./one\.bc' would be written over './one\.bc'
// LINK: one.bc -o out.o --link-map one.bc
// EXIT: 1
// STDERR: ^Error: 'one\.bc' would be written over
// LINK: one.bc -o one.o --emit obj,llvm-bc
// EXIT: 1
// STDERR: ^Error: 'one\.bc' would be written over
// LINK: one.bc -o one.o --log-level info --log-file one.bc
// EXIT: 1
// STDERR: ^Error: 'one\.bc' would be written over
// LINK: folder/pre-opt.ll -o out.o --dump-module folder
// EXIT: 1
// STDERR: ^Error: 'folder/pre-opt\.ll' would be written over
// LINK: one.bc -o names.txt --export-symbols names.txt
// EXIT: 1
// STDERR: ^Error: 'names\.txt' would be written over
// LINK: copy.bc --btf
// RUN: pass -> 2
// CLI: btf-dump out.o -o ./out.o
// EXIT: 1
// STDERR: ^Error: '\./out\.o' would be written over 'out\.o'
//--- output_is_input.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
//--- names
pass
