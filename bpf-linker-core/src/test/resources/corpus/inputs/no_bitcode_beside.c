// An object of another machine beside inputs that can be linked is named and left out, as bpf-linker does; alone it is an error.
// BUILD: prog.bc = clang-22 prog.c
// BUILD: code.o = clang-22 --target=x86_64-linux-gnu -fembed-bitcode=off help.c
// LINK: code.o prog.bc --btf --export pass
// STDERR: ^Warning: 'code\.o' is an object without bitcode, and is ignored
// STDERR: warning: 'help' is defined nowhere
// PROGRAMS: xdp:pass
// NO-LOAD: what it calls was left out
// BUILD: prog.a = ar rcs prog.bc
// LINK: prog.a code.o --btf --export pass
// STDERR: ^Warning: 'code\.o' is an object without bitcode, and is ignored
// STDERR: warning: 'help' is defined nowhere
// NO-LOAD: what it calls was left out
// LINK: code.o
// EXIT: 1
// STDERR: ^Error: 'code\.o' is an object without bitcode, which leaves nothing to link
//--- prog.c
#include <bpf_min.h>
int help(void);
SEC("xdp") int pass(void *ctx) { return help(); }
//--- help.c
int help(void) { return 2; }
