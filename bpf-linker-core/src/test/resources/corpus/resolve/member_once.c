// A member that is needed for two reasons is linked once, with one copy of its variable.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: more.bc = clang-19 more.c
// BUILD: state.bc = clang-19 state.c
// BUILD: lib.a = ar rcs more.bc state.bc
// LINK: main.bc lib.a --btf
// SYMBOL: state GLOBAL OBJECT .bss size=8
// SECTION: .bss size=8
// RUN: pass -> 7
//--- main.c
#include <bpf_min.h>
void set(u64 value);
u64 more(void);
extern u64 state;
SEC("xdp") int pass(void *ctx) {
    set(3);
    state += 2;
    return more();
}
//--- more.c
#include <bpf_min.h>
extern u64 state;
void set(u64 value);
u64 get(void);
u64 more(void) {
    set(get() + 2);
    return state;
}
//--- state.c
#include <bpf_min.h>
u64 state;
void set(u64 value) { state = value; }
u64 get(void) { return state; }
