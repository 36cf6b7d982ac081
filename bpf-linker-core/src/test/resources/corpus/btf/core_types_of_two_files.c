// Files whose own types of one name differ keep the CO-RE relocations of each: with clang's passes, without, and mixed.
// LLVM: embedded system-22
// BUILD: main.bc = clang-19 main.c
// BUILD: tgid.bc = clang-19 tgid.c
// BUILD: exit_code.bc = clang-19 exit_code.c
// BUILD: tgid.raw.bc = clang-19 -Xclang -disable-llvm-passes tgid.c
// BUILD: exit_code.raw.bc = clang-19 -Xclang -disable-llvm-passes exit_code.c
// BUILD: both.a = ar rcs tgid.bc exit_code.raw.bc
// LINK: main.bc tgid.bc exit_code.bc --btf
// BTF: (?s)STRUCT 'task_struct' size=4.*STRUCT 'task_struct' size=4
// RUN: apart -> 15
// LINK: main.bc tgid.raw.bc exit_code.raw.bc --btf
// RUN: apart -> 15
// REPEATABLE:
// LINK: main.bc exit_code.bc tgid.raw.bc --btf
// RUN: apart -> 15
// LINK: main.bc both.a --btf
// RUN: apart -> 15
// LINK: tgid.raw.bc exit_code.raw.bc -r --export tgid,exit_code,tgid_kind,exit_code_kind -o part.bc
// IR: @"llvm\.task_struct\.\d+:0:0\$0:0" = external
// REPEATABLE:
// LINK: main.bc part.bc --btf
// RUN: apart -> 15
// LINK: tgid.bc -r --export tgid,tgid_kind -o tgid.part.bc
// IR: define .*@tgid
// LINK: exit_code.bc -r --export exit_code,exit_code_kind -o exit_code.part.bc
// IR: define .*@exit_code
// LINK: main.bc tgid.part.bc exit_code.part.bc --btf
// RUN: apart -> 15
//--- main.c
#include <bpf_min.h>
u64 tgid(void);
u64 exit_code(void);
u64 tgid_kind(void);
u64 exit_code_kind(void);
SEC("socket") int apart(void *context) {
    return (tgid() != 0) | (exit_code() != 0) << 1 | (tgid() != exit_code()) << 2 | (tgid_kind() != exit_code_kind()) << 3;
}
//--- tgid.c
#include <bpf_min.h>
struct task_struct { int tgid; } __attribute__((preserve_access_index));
struct mm_struct { int users; } __attribute__((preserve_access_index));
__noinline u64 tgid(void) { return __builtin_preserve_field_info(((struct task_struct *)0)->tgid, 0); }
__noinline u64 tgid_kind(void) { return __builtin_btf_type_id(*(struct mm_struct *)0, 1); }
//--- exit_code.c
#include <bpf_min.h>
struct task_struct { int exit_code; } __attribute__((preserve_access_index));
struct file { int count; } __attribute__((preserve_access_index));
__noinline u64 exit_code(void) { return __builtin_preserve_field_info(((struct task_struct *)0)->exit_code, 0); }
__noinline u64 exit_code_kind(void) { return __builtin_btf_type_id(*(struct file *)0, 1); }
