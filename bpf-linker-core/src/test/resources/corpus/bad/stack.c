// A program over the stack of 512 bytes fails with its function and line, with BTF and without.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 stack.c
// LINK: prog.bc --btf
// EXIT: 1
// STDERR: stack\.c:@[large]\b.*error: .*'deep'.*stack
// STDERR: ^Error: 'out\.o' was not written
// LINK: prog.bc
// EXIT: 1
// STDERR: stack\.c:@[large]\b.*error: .*'deep'.*stack
#include <bpf_min.h>
static long (*probe_read)(void *to, u32 size, const void *from) = (void *)113;
SEC("kprobe/do_unlinkat") int deep(void *ctx) { // [large]
    char large[600];
    probe_read(large, sizeof(large), ctx);
    return large[5];
}
