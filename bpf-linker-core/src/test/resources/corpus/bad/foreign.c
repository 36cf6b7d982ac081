// Bitcode for another machine is refused, in archives and beside bitcode for BPF, unless a target is named.
// LLVM: embedded system-22
// BUILD: host.bc = clang-19 --target=x86_64-unknown-linux-gnu main.c
// BUILD: arm.bc = clang-19 --target=aarch64-linux-gnu help.c
// BUILD: arm.a = ar rcs arm.bc
// BUILD: main.bc = clang-19 main.c
// LINK: host.bc arm.bc --btf
// EXIT: 1
// STDERR: ^Error: 'host\.bc' was compiled for 'x86_64-unknown-linux-gnu', not for BPF; .*--target=bpf
// LINK: main.bc arm.a --btf
// EXIT: 1
// STDERR: ^Error: 'arm\.a\(arm\.bc\)' was compiled for 'aarch64-unknown-linux-gnu'
// LINK: main.bc arm.bc -r -o half.bc
// EXIT: 1
// STDERR: ^Error: 'arm\.bc' was compiled for
// LINK: host.bc arm.bc --btf --target bpf
// RUN: pass -> 2
// LINK: main.bc arm.a --btf --target bpfel
// RUN: pass -> 2
//--- main.c
#include <bpf_min.h>
int two(void);
SEC("xdp") int pass(void *ctx) { return two(); }
//--- help.c
int two(void) { return 2; }
