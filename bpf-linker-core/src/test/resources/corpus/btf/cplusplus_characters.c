// Characters of 16 bits, which C++ has as types of their own, become numbers, whatever the source is called.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 -x c++ cplusplus_characters.c
// LINK: main.bc --btf
// PROGRAMS: xdp:pass
// BTF: STRUCT 'text' size=4
// BTF: INT 'char16_t' size=2
// RUN: pass -> 2
struct text {
    char16_t first, second;
};

__attribute__((section(".data"), used)) text shown = {u'a', u'b'};

extern "C" __attribute__((section("xdp"), used)) int pass(void *context) {
    return shown.second - shown.first + 1;
}

extern "C" __attribute__((section("license"), used)) char license[] = "GPL";
