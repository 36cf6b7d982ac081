// Copies between places aligned to 16 bytes and more, for which LLVM forgets bytes or crashes, are whole.
// LLVM: embedded system-19 system-22 rustc
// BUILD: prog.bc = clang-19 aligned_copies.c
// LINK: prog.bc --btf
// RUN: pass -> 2
// LINK: prog.bc --btf --disable-expand-memcpy-in-order
// RUN: pass -> 2
#include <bpf_min.h>
#define TWELVE 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
#define BLOCK(name, alignment, size)                                                                                   \
    struct name {                                                                                                      \
        u8 bytes[size];                                                                                                \
    } __attribute__((aligned(alignment)));                                                                             \
    struct name from_##name = {{TWELVE, TWELVE, TWELVE, TWELVE, TWELVE}};                                              \
    struct name to_##name;                                                                                             \
    static int differs_##name(void) {                                                                                  \
        for (int i = 0; i < size; i++)                                                                                 \
            if (((volatile u8 *)&to_##name)[i] != ((volatile u8 *)&from_##name)[i])                                    \
                return 1;                                                                                              \
        return 0;                                                                                                      \
    }
BLOCK(of16, 16, 100)
BLOCK(of32, 32, 1000)
BLOCK(of64, 64, 128)
BLOCK(odd, 16, 112)
BLOCK(huge, 16, 1500)
SEC("xdp") int pass(void *ctx) {
    __builtin_memcpy(&to_of16, &from_of16, 100);
    __builtin_memcpy(&to_of32, &from_of32, 1000);
    __builtin_memcpy(&to_of64, &from_of64, 128);
    __builtin_memcpy(&to_huge, &from_huge, 1500);
    __builtin_memcpy(&to_odd, &from_odd, 13);
    __builtin_memcpy(&to_odd.bytes[16], &from_odd.bytes[16], 7);
    __builtin_memcpy(&to_odd.bytes[32], &from_odd.bytes[32], 23);
    __asm__ volatile("" ::: "memory");
    if (differs_of16() || differs_of32() || differs_of64() || differs_huge())
        return XDP_ABORTED;
    for (int i = 0; i < 13; i++)
        if (((volatile u8 *)&to_odd)[i] != ((volatile u8 *)&from_odd)[i])
            return XDP_ABORTED;
    for (int i = 16; i < 23; i++)
        if (((volatile u8 *)&to_odd)[i] != ((volatile u8 *)&from_odd)[i])
            return XDP_ABORTED;
    for (int i = 32; i < 55; i++)
        if (((volatile u8 *)&to_odd)[i] != ((volatile u8 *)&from_odd)[i])
            return XDP_ABORTED;
    return ((volatile u8 *)&to_odd)[13] || ((volatile u8 *)&to_odd)[55] ? XDP_DROP : XDP_PASS;
}
