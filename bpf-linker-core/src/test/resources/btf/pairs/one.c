#include "shared.h"
struct opaque {
    int secret;
    struct all_nodes *owner;
};
u32 one_total;
SEC("xdp") int one(struct all_nodes *nodes) {
    one_total += nodes->n1.peer->value11 + nodes->opaque->secret;
    return 0;
}
