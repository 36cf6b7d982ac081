#include "shared.h"
/* Another struct of the same name as that of one.c. */
struct opaque {
    long other;
};
__attribute__((noinline)) static int common_helper(struct node20 *node) { return node->low; }
SEC("tc") int three(struct all_nodes *nodes) { return common_helper(&nodes->n2) + nodes->opaque->other; }
