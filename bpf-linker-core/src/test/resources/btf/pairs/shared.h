/* A hundred types that point to each other, as a project's common header does. */
typedef unsigned int u32;
typedef unsigned long long u64;

struct opaque;
enum color { RED, GREEN, BLUE = 0x10 };
typedef int (*visit_t)(struct opaque *, const char *, enum color);

#define NODE(n, other)                                                                                                 \
    struct node##n {                                                                                                   \
        struct node##other *peer;                                                                                      \
        struct node##n *next;                                                                                          \
        union {                                                                                                        \
            u32 value##n;                                                                                              \
            u64 wide;                                                                                                  \
        };                                                                                                             \
        visit_t visit;                                                                                                 \
        u32 low : 5, high : 20 + n % 7;                                                                                \
        char name[n % 13 + 1];                                                                                         \
    } __attribute__((preserve_access_index));
#define NODES(t)                                                                                                       \
    NODE(t##0, t##1) NODE(t##1, t##2) NODE(t##2, t##3) NODE(t##3, t##4) NODE(t##4, t##5)                               \
    NODE(t##5, t##6) NODE(t##6, t##7) NODE(t##7, t##8) NODE(t##8, t##9) NODE(t##9, t##0)
NODES(1)
NODES(2)
NODES(3)
NODES(4)
NODES(5)
NODES(6)
NODES(7)
NODES(8)
NODES(9)

struct all_nodes {
    struct node10 n1;
    struct node20 n2;
    struct node30 n3;
    struct node40 n4;
    struct node50 n5;
    struct node60 n6;
    struct node70 n7;
    struct node80 n8;
    struct node90 n9;
    struct opaque *opaque;
};

#define SEC(name) __attribute__((section(name), used))
