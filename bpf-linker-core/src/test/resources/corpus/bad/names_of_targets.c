// Unknown CPUs, features and targets are refused with the list of known ones.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 names_of_targets.c
// LINK: prog.bc --cpu v9
// EXIT: 2
// STDERR: ^Error: --cpu does not accept 'v9': use .*v1.*v2.*v3.*v4
// LINK: prog.bc --cpu-features +alu23
// EXIT: 1
// STDERR: ^Error: .*alu23' .*alu32
// LINK: prog.bc --cpu-features +alu32,turbo
// EXIT: 1
// STDERR: ^Error: .*turbo' .*alu32
// LINK: prog.bc --target x86_64-unknown-linux-gnu
// EXIT: 1
// STDERR: ^Error: 'x86_64-unknown-linux-gnu' .*bpfel.*bpfeb
// LINK: prog.bc --target nonsense
// EXIT: 1
// STDERR: ^Error: 'nonsense' .*bpfel
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
