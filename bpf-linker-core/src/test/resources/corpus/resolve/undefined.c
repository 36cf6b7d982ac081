// What nothing defines is named with the function and line that use it, as a warning or as an error.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 undefined.c
// LINK: prog.bc --btf
// STDERR: ^\S*undefined\.c:@[use]\b.*warning: 'nowhere' is defined nowhere; function 'pass'
// STDERR: 'no_data'
// STDERR: ^Warning: 2 symbols are defined nowhere, so loaders refuse the object: no_data, nowhere; --fatal-undefined
// SYMBOL: nowhere UNDEFINED
// NO-LOAD: libbpf looks for nowhere
// LINK: prog.bc
// STDERR: ^\S*undefined\.c:@[use]\b.*warning: 'nowhere' is defined nowhere; function 'pass'
// NO-LOAD: libbpf looks for nowhere
// LINK: prog.bc --btf --fatal-undefined
// EXIT: 1
// STDERR: ^\S*undefined\.c:@[use]\b.*error: 'nowhere' is defined nowhere; function 'pass'
// STDERR: 'no_data'
#include <bpf_min.h>
int nowhere(int n);
extern int no_data;
int not_called(int n);
SEC("xdp") int pass(struct xdp_md *ctx) {
    int n = no_data;
    return nowhere(n + ctx->ingress_ifindex); // [use]
}
