// Help, version and the list of libraries work without inputs.
// CLI: --help
// STDOUT: --export-symbols
// STDOUT: [Ee]xample
// CLI: --version
// STDOUT: ^bpf-linker \d+\.\d+\.\d+
// STDOUT: LLVM: \w+ 2\d\.\d
// CLI: llvm
// STDOUT: embedded
// STDOUT: 20\.1\.7
// BUILD: prog.bc = clang-22 help.c
// CLI: llvm prog.bc
// STDOUT: 22\.1\.\d
int unused;
