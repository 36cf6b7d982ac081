// Objects without bitcode are combined: calls, static functions and data of the same name, a strong definition of a weak one.
// BUILD: main.o = clang-22 -fembed-bitcode=off main.c
// BUILD: help.o = clang-22 -fembed-bitcode=off help.c
// LINK: main.o help.o
// PROGRAMS: xdp:pass
// MAPS: shared
// SYMBOL: help FUNC GLOBAL
// SYMBOL: twice FUNC GLOBAL
// BTF: FUNC 'help'.*linkage=global
// BTF: DATASEC '.maps'
// REPEATABLE:
// RUN: pass -> 57
// BUILD: lib.a = ar rcs help.o
// LINK: main.o lib.a
// PROGRAMS: xdp:pass
// RUN: pass -> 57
// LINK: main.o -r
// SYMBOL: help UNDEFINED
// NO-LOAD: what it calls is in another object
// BUILD: old.o = clang-14 -fembed-bitcode=off main.c
// LINK: help.o old.o
// PROGRAMS: xdp:pass
// RUN: pass -> 57
//--- shared.h
struct counts { long packets; int last; };
struct {
    MAP_UINT(type, 2);
    MAP_UINT(max_entries, 1);
    MAP_TYPE(key, int);
    MAP_TYPE(value, struct counts);
} shared SEC(".maps") __weak;
//--- main.c
#include <bpf_min.h>
#include "shared.h"
extern int help(int x);
extern int limit;
static int own = 3;
__weak int twice(int x) { return x * 100; }
static __attribute__((noinline)) int local(int x) { own += 1; return x + own; }
SEC("xdp") int pass(void *ctx)
{
    int key = 0;
    struct counts *counts = map_lookup(&shared, &key);
    if (counts)
        counts->packets += 1;
    return help(4) + twice(5) + local(2) + limit;
}
char _license[] SEC("license") = "GPL";
//--- help.c
#include <bpf_min.h>
#include "shared.h"
int limit = 9;
static int own = 20;
int twice(int x) { return x * 2; }
static __attribute__((noinline)) int local(int x) { own += 1; return x + own; }
int help(int x)
{
    int key = 0;
    struct counts *counts = map_lookup(&shared, &key);
    if (counts)
        counts->last = x;
    return local(x) + 7;
}
char _license[] SEC("license") = "GPL";
