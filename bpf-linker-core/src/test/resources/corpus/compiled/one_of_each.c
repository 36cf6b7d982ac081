// Two definitions of a symbol, two licenses, two byte orders: an error that names both inputs.
// BUILD: one.o = clang-22 -fembed-bitcode=off one.c
// BUILD: again.o = clang-22 -fembed-bitcode=off one.c
// LINK: one.o again.o
// EXIT: 1
// STDERR: ^Error: 'pass' is defined in 'one\.o' and again in 'again\.o'
// BUILD: other.o = clang-22 -fembed-bitcode=off other.c
// LINK: one.o other.o
// EXIT: 1
// STDERR: ^Error: 'other\.o' and 'one\.o' have different sections 'license'
// BUILD: big.o = clang-22 --target=bpfeb -fembed-bitcode=off other.c
// LINK: one.o big.o
// EXIT: 1
// STDERR: ^Error: 'big\.o' and 'one\.o' can't be linked together: big-endian instead of little-endian
//--- one.c
#include <bpf_min.h>
SEC("xdp") int pass(void *ctx) { return 2; }
char _license[] SEC("license") = "GPL";
//--- other.c
#include <bpf_min.h>
SEC("xdp") int drop(void *ctx) { return 1; }
char _license[] SEC("license") = "MIT";
