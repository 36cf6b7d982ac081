// Mistakes on the command line exit with 2 and say what would be right.
// BUILD: prog.bc = clang-22 usage.c
// CLI: -o out.o
// EXIT: 2
// STDERR: ^Error: .*input
// CLI: prog.bc
// EXIT: 2
// STDERR: ^Error: .*-o
// CLI: @missing.txt
// EXIT: 2
// STDERR: ^Error: .*no response file 'missing\.txt'
// CLI: inspect prog.bc
// EXIT: 1
// STDERR: ^Error: 'prog\.bc' is not a valid ELF object: .*; link or compile it again
// CLI: prog.bc -o out.o --expotr pass
// EXIT: 2
// STDERR: ^Error: .*--expotr.*--export
// CLI: prog.bc -o out.o --emit elf
// EXIT: 2
// STDERR: ^Error: .*elf.*llvm-bc.*obj
// CLI: prog.bc -o out.o -O 7
// EXIT: 2
// STDERR: ^Error: .*7
// CLI: prog.bc -o out.o --cpu
// EXIT: 2
// STDERR: ^Error: --cpu needs a value
// CLI: prog.bc -o out.o --fatal-errors=maybe
// EXIT: 2
// STDERR: ^Error: .*maybe
// CLI: prog.bc -o out.o --log-level loud
// EXIT: 2
// STDERR: ^Error: .*loud.*debug
int unused;
