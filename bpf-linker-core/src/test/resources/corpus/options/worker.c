// One worker links again with other LLVM options, another LLVM, and after a mistake.
// BUILD: prog.bc = clang-19 -O2 -Xclang -disable-llvm-passes worker.c
// WORKER: prog.bc -o one.o --btf ;; prog.bc -o two.o --btf --llvm-args=--bpf-stack-size=16 ;; prog.bc -o three.o --btf ;; prog.bc -o four.o --llvm system-22 ;; nowhere.bc -o five.o ;; prog.bc -o six.o --cpu v3
// STDOUT: "exitCode": ?1
// STDOUT: "exitCode": ?1
// NOT-FILE: stdout "exitCode": ?2
// CLI: --help
// STDOUT: worker|bpf-linker
// LINK: prog.bc --btf
// SAME-BYTES-WITH: prog.bc --btf
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) {
    volatile u64 words[20];
    for (int i = 0; i < 20; i++)
        words[i] = 0;
    return words[5] + 2;
}
