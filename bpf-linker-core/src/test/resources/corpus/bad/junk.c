// A file that is neither bitcode nor IR nor object nor archive is named together with what it looks like.
// LINK: notes.txt
// EXIT: 1
// STDERR: ^Error: .*'notes.txt'
// BUILD: plain.o = clang-22 -g0 --target=x86_64-linux-gnu -fembed-bitcode=off plain.c
// LINK: plain.o
// EXIT: 1
// STDERR: ^Error: 'plain.o' is an object without bitcode
//--- notes.txt
Dear linker, this is a letter.
//--- plain.c
int plain;
