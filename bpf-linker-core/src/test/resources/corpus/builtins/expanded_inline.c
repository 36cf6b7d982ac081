// Memory builtins whose calls code generation writes out in place are not in the object, nor in its assembly.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 expanded_inline.c
// LINK: prog.bc --btf --disable-expand-memcpy-in-order
// PROGRAMS: xdp:pass
// NOT-SYMBOL: memcpy
// NOT-SYMBOL: memset
// RUN: pass -> 2
// LINK: prog.bc --btf --disable-expand-memcpy-in-order --emit asm -o out.s
// FILE: out.s ^pass:
// NOT-FILE: out.s ^mem(set|cpy):|call mem
// LINK: prog.bc --btf --disable-expand-memcpy-in-order --emit asm,obj,llvm-ir -o both.s
// NOT-FILE: both.s ^mem(set|cpy):|call mem
// LINK: large.ll --disable-expand-memcpy-in-order
// SYMBOL: memcpy LOCAL FUNC
// NOT-SYMBOL: memset
// RUN: large -> 5
// LINK: large.ll --disable-expand-memcpy-in-order --emit asm -o large.s
// FILE: large.s ^memcpy:
// NOT-FILE: large.s ^memset:
//--- expanded_inline.c
#include <bpf_min.h>
struct event {
    u64 words[8];
};
ARRAY_MAP(events, struct event, 1);
SEC("xdp") int pass(void *ctx) {
    struct event e;
    u32 key = 0;
    __builtin_memset(&e, 0, sizeof(e));
    e.words[3] = 2;
    struct event *slot = map_lookup(&events, &key);
    if (!slot)
        return XDP_ABORTED;
    __builtin_memcpy(slot, &e, sizeof(e));
    return slot->words[3];
}
//--- large.ll
target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
target triple = "bpfel"
@from = global <{ [99 x i8], i8, [1900 x i8] }> <{ [99 x i8] zeroinitializer, i8 5, [1900 x i8] zeroinitializer }>
@to = global [2000 x i8] zeroinitializer
declare void @llvm.memcpy.p0.p0.i64(ptr, ptr, i64, i1)
define i32 @large(ptr %context) section "xdp" {
  call void @llvm.memcpy.p0.p0.i64(ptr @to, ptr @from, i64 2000, i1 false)
  %last = getelementptr i8, ptr @to, i64 99
  %byte = load volatile i8, ptr %last
  %r = zext i8 %byte to i32
  ret i32 %r
}
