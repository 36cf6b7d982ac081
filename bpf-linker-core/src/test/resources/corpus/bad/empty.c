// An empty file comes of a build that failed, and is refused.
// BUILD: prog.bc = clang-22 empty.c
// BUILD: none.bc = empty
// LINK: none.bc
// EXIT: 1
// STDERR: ^Error: 'none.bc' is empty
// LINK: prog.bc none.bc
// EXIT: 1
// STDERR: 'none.bc' is empty
int unused;
