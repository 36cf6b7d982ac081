// Debug information of lines alone, without types, gives BTF that loads, with those lines.
// LLVM: all
// BUILD: prog.bc = clang-19 -gline-tables-only line_tables_only.c
// LINK: prog.bc --btf
// BTF: FUNC 'pass' .*linkage=global
// BTF: FUNC 'twice' .*linkage=static
// RUN: pass -> 2
typedef unsigned int u32;
static volatile u32 seen;
__attribute__((noinline)) static u32 twice(u32 number) {
    return number * 2;
}
__attribute__((noinline)) static void remember(u32 number) {
    seen = number;
}
__attribute__((section("xdp"), used)) int pass(u32 *ctx) {
    remember(ctx[3]);
    return twice(ctx[3] > 100000 ? 2 : 1);
}
