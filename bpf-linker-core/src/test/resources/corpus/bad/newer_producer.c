// Bitcode that no LLVM here can read is reported with its writer, the libraries found and what to install.
// BUILD: now.bc = clang-22 newer_producer.c
// BUILD: future.bc = producer now.bc LLVM99.1.8
// LINK: future.bc
// EXIT: 1
// STDERR: ^Error: 'future.bc' was written by LLVM99\.1\.8
// STDERR: 20\.1\.7
// STDERR: 22\.1\.\d
// STDERR: libLLVM
// STDERR: install
// BUILD: lib.a = ar rcs future.bc
// LINK: now.bc lib.a --whole-archive
// EXIT: 1
// STDERR: 'lib\.a\(future\.bc\)' was written by LLVM99\.1\.8
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return XDP_PASS; }
