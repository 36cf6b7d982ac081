enum tiny { TINY_A, TINY_B } __attribute__((packed));
enum neg { NEG = -5, POS = 5 };
enum big { BIG = 0x8000000000000000ULL, SMALL = 1 };
enum bigneg { BN = -0x7000000000000000LL, BP = 1 };
enum fwd_enum;
struct fwd_s; union fwd_u;
typedef int (*cb_t)(const char *restrict, volatile int *, ...);
typedef struct { int a:3; unsigned b:7; long c; } anon_t;
struct packed { char c; int i; } __attribute__((packed));
struct all {
  enum tiny t; enum neg n; enum big b; enum bigneg bn; enum fwd_enum *fe;
  struct fwd_s *fs; union fwd_u *fu; cb_t cb; anon_t anon; struct packed p;
  int arr[3][4]; const volatile int *cv; char *restrict r;
  struct { int x; union { int y; float z; }; } inner;
  double d; _Bool ok; __int128 i128;
  int __attribute__((btf_type_tag("user"))) *up;
  int bf1:4, :3, bf2:9; unsigned long long bf3:40;
  int flex[];
};
struct all *all_ptr;
static int hidden = 4; int shown = 5; const int ro = 7;
extern int ext_var __attribute__((section(".ksyms")));
int tagged __attribute__((btf_decl_tag("vartag")));
struct __attribute__((btf_decl_tag("stag"))) tagged_s { int m __attribute__((btf_decl_tag("mtag"))); } ts;
extern int kfunc(int) __attribute__((section(".ksyms")));
__attribute__((noinline)) static int helper(int x, anon_t *a) { return x + a->c + hidden; }
int prog(struct all *a) __attribute__((section("xdp")));
int prog(struct all *a) { hidden++; return helper(a->t, &a->anon) + kfunc(ext_var) + tagged; }
char _license[] __attribute__((section("license"))) = "GPL";
