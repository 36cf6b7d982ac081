// A folder as input is refused by name.
// BUILD: folder = mkdir
// LINK: folder
// EXIT: 1
// STDERR: ^Error: 'folder' is a directory
int unused;
