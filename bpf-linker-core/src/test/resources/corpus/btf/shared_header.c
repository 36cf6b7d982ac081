// Two files that include one header bring each of its types once; types of one name that differ both stay.
// BUILD: a.bc = clang-22 a.c
// BUILD: b.bc = clang-14 b.c
// LINK: a.bc b.bc --btf
// BTF: STRUCT 'shared' size=24
// NOT-BTF: (?s)STRUCT 'shared'.*STRUCT 'shared'
// BTF: (?s)STRUCT 'own' size=.*STRUCT 'own' size=
// NOT-BTF: FWD 'shared'
// NOT-BTF: 'unused'
//--- shared.h
struct list { struct list *next; };
struct shared { struct list list; unsigned long long a; int b; };
struct unused { int x; };
//--- a.c
#include <bpf_min.h>
#include "shared.h"
struct own { int a; };
ARRAY_MAP(first, struct shared, 1);
ARRAY_MAP(mine, struct own, 1);
int other(void);
SEC("xdp") int pass(void *ctx) { return other(); }
//--- b.c
#include <bpf_min.h>
#include "shared.h"
struct own { long a, b; };
ARRAY_MAP(second, struct shared, 1);
ARRAY_MAP(theirs, struct own, 1);
int other(void) { u32 key = 0; return map_lookup(&second, &key) && map_lookup(&theirs, &key) ? 2 : 1; }
