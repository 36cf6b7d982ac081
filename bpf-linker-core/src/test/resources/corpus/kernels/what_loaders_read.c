// BTF that loaders themselves read is not lowered for an old kernel: extern functions, types of CO-RE relocations, tags.
// LLVM: system-22
// BUILD: prog.bc = clang-22 what_loaders_read.c
// LINK: prog.bc --btf --kernel 5.5
// BTF: FUNC 'bpf_no_such_kfunc' type_id=\d+ linkage=extern
// BTF: ENUM64 'large'
// BTF: DECL_TAG 'arg:ctx'
// NOT-BTF: FUNC .* linkage=global
// RUN: count -> 3
// LINK: prog.bc --btf --kernel 5.10
// BTF: FUNC 'length' type_id=\d+ linkage=global
// RUN: count -> 3
#include <bpf_min.h>
struct __sk_buff { u32 len; };
enum large { LARGE = 1LL << 40 };
char _license[] SEC("license") = "GPL";
extern void bpf_no_such_kfunc(void) __attribute__((weak, section(".ksyms")));

__noinline int length(void *context __attribute__((btf_decl_tag("arg:ctx")))) {
    return ((struct __sk_buff *)context)->len >= 14;
}

SEC("socket") int count(void *context) {
    if (bpf_no_such_kfunc)
        bpf_no_such_kfunc();
    return 2 + length(context) + __builtin_preserve_enum_value(*(enum large *)LARGE, 0);
}
