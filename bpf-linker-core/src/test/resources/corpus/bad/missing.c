// An input that is not there is named, and the old output stays.
// BUILD: prog.bc = clang-22 missing.c
// LINK: prog.bc nowhere.bc
// EXIT: 1
// STDERR: ^Error: 'nowhere.bc' does not exist
// CLI: prog.bc -L . --cpu generic -o out.o nowhere.o
// EXIT: 1
// STDERR: nowhere.o
int unused;
