#include "shared.h"
struct local {
    struct node10 first;
    struct opaque *pointer;
    struct local *self;
} __attribute__((btf_decl_tag("mine")));
struct local five_local;
typedef struct local local_t;
__attribute__((noinline)) int five_global(local_t *local, enum color color) {
    return local->first.low + color;
}
SEC("kprobe") int five(void *ctx) { return five_global(&five_local, GREEN); }
