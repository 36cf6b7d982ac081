// A symbol that two objects declare with different types is an error that shows both and the difference.
// BUILD: main.o = clang-22 -fembed-bitcode=off main.c
// BUILD: other.o = clang-22 -fembed-bitcode=off other.c
// LINK: main.o other.o
// EXIT: 1
// STDERR: main\.c:@[call]:\d+: error: 'help' has one type in 'main\.o' and another one in 'other\.o' \(.*other\.c:@[help]:\d+\): argument 2 is int of 4 bytes in one and long of 8 bytes in the other
// STDERR: main\.c:@[use]:\d+: error: 'limit' has one type in 'main\.o' and another one in 'other\.o': it is int of 4 bytes in one and long of 8 bytes in the other
// STDERR: other\.c:@[map]:\d+: error: 'shared' has one type in 'other\.o' and another one in 'main\.o' \(.*main\.c:\d+:\d+\): its key is long of 8 bytes in one and int of 4 bytes in the other
//--- main.c
#include <bpf_min.h>
extern int help(int x, int y);
extern int limit;
struct {
    MAP_UINT(type, 1);
    MAP_UINT(max_entries, 8);
    MAP_TYPE(key, int);
    MAP_TYPE(value, int);
} shared SEC(".maps") __weak;
SEC("xdp") int pass(void *ctx)
{
    int key = limit; // [use]
    int *found = map_lookup(&shared, &key);
    return (found ? *found : 0)
        + help(1, key); // [call]
}
//--- other.c
#include <bpf_min.h>
long limit = 9;
struct {
    MAP_UINT(type, 1);
    MAP_UINT(max_entries, 8);
    MAP_TYPE(key, long);
    MAP_TYPE(value, int);
} shared SEC(".maps") __weak;
int help(int x, long y)
{
    long key = y; // [help]
    return map_lookup(&shared, &key) ? 1 : 0; // [map]
}
