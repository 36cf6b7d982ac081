// A small index into a local variable is added to its address: of an OR, into which LLVM turns such sums, the verifier says that it is prohibited on pointers.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 stack_index.c
// LINK: prog.bc --btf --cpu v3
// RUN: bytes -> 2
// RUN: aligned -> 2
// RUN: halves -> 2
// RUN: behind -> 2
// RUN: chosen -> 2
// LINK: prog.bc --btf --cpu v1
// RUN: bytes -> 2
// RUN: aligned -> 2
// RUN: halves -> 2
// RUN: behind -> 2
// RUN: chosen -> 2
#include <bpf_min.h>
static unsigned (*random)(void) = (void *)7;
#define SUM(array)                                                   \
    ({                                                               \
        unsigned sum = 0;                                            \
        asm volatile("" : : "r"(array) : "memory");                  \
        for (int i = 0; i < sizeof(array) / sizeof(array[0]); i++)   \
            sum += array[i];                                         \
        sum;                                                         \
    })
SEC("socket") int bytes(void *ctx) {
    u8 array[8] = {0};
    array[random() & 7] = 2;
    return SUM(array);
}
SEC("socket") int aligned(void *ctx) {
    u8 array[24] __attribute__((aligned(16))) = {0};
    array[random() & 15] = 2;
    return SUM(array);
}
SEC("socket") int halves(void *ctx) {
    u16 array[4] __attribute__((aligned(8))) = {0};
    array[random() % 4] = 2;
    return SUM(array);
}
SEC("socket") int behind(void *ctx) {
    u8 array[8] __attribute__((aligned(8))) = {0};
    array[4 + (random() >> 30)] = 2;
    return SUM(array);
}
SEC("socket") int chosen(void *ctx) {
    u8 array[16] __attribute__((aligned(16))) = {0};
    unsigned index = random() & 3;
    if (random() & 1)
        index = 5;
    asm volatile("" : : : "memory");
    array[index] = 2;
    return SUM(array);
}
char LICENSE[] SEC("license") = "GPL";
