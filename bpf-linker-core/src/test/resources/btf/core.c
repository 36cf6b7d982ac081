/* CO-RE relocations of every kind, against types that only this file knows. */
#define __core __attribute__((preserve_access_index))

enum state { IDLE, RUNNING = 7, DONE };

struct leaf {
    int pad;
    unsigned flags : 5;
    unsigned mode : 11;
    char name[16];
} __core;

struct node {
    long id;
    union {
        struct leaf leaf;
        struct {
            struct leaf *first;
            struct leaf leaves[4];
        };
    };
    struct node *next;
    enum state state;
} __core;

typedef struct node node_t;

long total;

__attribute__((noinline)) static long walk(const struct node *n) {
    /* two members deep, through an anonymous union */
    return __builtin_preserve_access_index(n->next->leaf.name[3]) + n->leaves[2].pad;
}

int prog(struct node *n) __attribute__((section("raw_tp/test")));
int prog(struct node *n) {
    total += walk(n);
    total += __builtin_preserve_field_info(n->leaf.mode, 0);
    total += __builtin_preserve_field_info(n->leaf.mode, 1);
    total += __builtin_preserve_field_info(n->leaf.mode, 2);
    total += __builtin_preserve_field_info(n->leaf.mode, 3);
    total += __builtin_preserve_field_info(n->leaf.mode, 4);
    total += __builtin_preserve_field_info(n->leaf.mode, 5);
    total += __builtin_preserve_type_info(*(struct leaf *)0, 0);
    total += __builtin_preserve_type_info(*(struct leaf *)0, 1);
    total += __builtin_preserve_type_info(*(node_t *)0, 2);
    total += __builtin_btf_type_id(*(struct node *)0, 0);
    total += __builtin_btf_type_id(*(struct node *)0, 1);
    total += __builtin_preserve_enum_value(*(typeof(enum state) *)RUNNING, 0);
    total += __builtin_preserve_enum_value(*(typeof(enum state) *)DONE, 1);
    total += n[2].id;
    return 0;
}

char _license[] __attribute__((section("license"))) = "GPL";
