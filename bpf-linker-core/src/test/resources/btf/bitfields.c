/* Bit-fields, padding and packing in every combination that compilers lay out in their own ways. */
struct plain {
    unsigned a : 1;
    unsigned b : 31;
    unsigned c : 2;
    unsigned char d : 7;
    unsigned long long e : 33;
    int f;
};
struct forced {
    unsigned a : 3;
    unsigned : 0;
    unsigned b : 3;
    char c;
    short d : 9;
    long : 40;
    long g : 5;
};
struct tight {
    char a;
    int b : 17;
    long c;
    short d : 4;
} __attribute__((packed));
struct inner_aligned {
    char a;
    struct {
        char x;
    } b __attribute__((aligned(16)));
    char c __attribute__((aligned(32)));
} __attribute__((aligned(64)));
union mixed {
    struct {
        _Bool on : 1;
        unsigned char rest : 7;
    };
    struct {
        unsigned char low : 4, high : 4;
    } halves;
    char bytes[3];
};
union aligned_union {
    char c;
    short s;
} __attribute__((aligned(32)));
struct holder {
    char first;
    struct tight tight;
    union mixed mixed;
    struct inner_aligned ia;
    union aligned_union au[2];
    char last;
    long tail __attribute__((aligned(128)));
};
enum small { SMALL_A, SMALL_B } __attribute__((packed));
struct enums {
    enum small one : 2;
    enum small two : 5;
    enum wide { WIDE = 0x1ffffffff } wide : 40;
};
struct page_aligned {
    char a;
    char b __attribute__((aligned(4096)));
};
struct empty {};
struct with_empty {
    int a;
    struct empty e;
    char c;
    struct {
        int n;
        char data[];
    } flexible;
};

struct plain plain;
struct forced forced;
struct holder holder;
struct enums enums;
struct page_aligned page_aligned;
struct with_empty with_empty;

int prog(struct plain *p) { return p->b + p->e; }
