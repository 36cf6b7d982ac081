// Fields of types that are seldom seen have in Rust the values of the C program that says the same with clang's builtins.
// LLVM: auto
// BUILD: c.bc = clang-22 c.c
// BUILD: types.o = clang-22 -fembed-bitcode=off types.c
// BUILD: other.o = clang-22 -fembed-bitcode=off other.c
// RUSTC: rust.rs -C opt-level=0 -C debuginfo=2 -- c.bc --btf --kernel-types=types.o
// CORE-PAIRS: types.o other.o
// NO-LOAD: no kernel has these types
// RUSTC: rust.rs -C opt-level=z -C debuginfo=1 -- c.bc --btf --kernel-types=types.o
// CORE-PAIRS: types.o other.o
// NO-LOAD: no kernel has these types
// RUSTC: rust.rs -C opt-level=3 -C debuginfo=2 -C lto=fat -- c.bc --btf --kernel-types=types.o
// CORE-PAIRS: types.o other.o
// NO-LOAD: no kernel has these types
//--- types.h
#include <bpf_min.h>
#define T __attribute__((preserve_access_index))
//--- c.c
#include "types.h"
#include "odd.h"
#define ODD ((struct odd *)0)
#define FIELD(name, access, kind) u64 c_##name(void) { return __builtin_preserve_field_info(access, kind); }
#define TYPE(name, type, kind) u64 c_##name(void) { return __builtin_preserve_type_info(*(type *)0, kind); }
#define VALUE(name, type, value, kind) \
    u64 c_##name(void) { return __builtin_preserve_enum_value(*(type *)value, kind); }
FIELD(array_of_structs, ODD->items[2].second, 0)
FIELD(array_of_structs_size, ODD->items, 1)
FIELD(element_size, ODD->items[1].first, 1)
FIELD(matrix, ODD->matrix[1][3], 0)
FIELD(structs_in_matrix, ODD->grid[1][2].second, 0)
FIELD(union_member, ((union either *)0)->wide, 0)
FIELD(union_in_struct, ODD->either.low, 0)
FIELD(union_in_union, ((union either *)0)->pair.second, 0)
FIELD(deep, ODD->deep, 0)
FIELD(deep_array, ODD->deep_array[1].first, 0)
FIELD(deep_bits, ODD->deep_bits, 0)
FIELD(deep_bits_left, ODD->deep_bits, 4)
FIELD(signed_bits, ODD->negative, 0)
FIELD(signed_bits_sign, ODD->negative, 3)
FIELD(signed_bits_left, ODD->negative, 4)
FIELD(signed_bits_right, ODD->negative, 5)
FIELD(wide_bits_size, ODD->wide_bits, 1)
FIELD(wide_bits_left, ODD->wide_bits, 4)
FIELD(wide_bits_right, ODD->wide_bits, 5)
FIELD(bool_bit, ODD->flag, 4)
FIELD(boolean, ODD->truth, 0)
FIELD(enum_field, ODD->mode, 0)
FIELD(enum_field_sign, ODD->mode, 3)
FIELD(enum64_field, ODD->big, 1)
FIELD(pointer_to_pointer, ODD->list, 0)
FIELD(pointer_to_pointer_size, ODD->list, 1)
FIELD(void_pointer, ODD->data, 2)
FIELD(function_pointer, ODD->call, 0)
FIELD(array_of_pointers, ODD->slots[2]->second, 0)
FIELD(array_of_pointers_itself, ODD->slots[2], 0)
FIELD(typedef_pointer, ODD->alias->second, 0)
FIELD(typedef_array, ODD->vector[2], 0)
FIELD(typedef_struct, ODD->anonymous->number, 0)
FIELD(volatile_const, ODD->fixed, 0)
FIELD(double, ODD->real, 2)
FIELD(huge, ODD->huge, 1)
FIELD(flexible, ODD->tail[0].second, 0)
FIELD(typed_root, ((alias_t *)0)->number, 0)
FIELD(char_sign, ODD->letter, 3)
TYPE(union_exists, union either, 0)
TYPE(union_size, union either, 1)
TYPE(union_matches, union either, 2)
TYPE(enum_exists, enum mode, 0)
TYPE(enum_matches, enum mode, 2)
TYPE(enum64_size, enum big, 1)
TYPE(enum64_matches, enum big, 2)
TYPE(typedef_size, alias_t, 1)
TYPE(typedef_matches, alias_t, 2)
TYPE(function_type, function_t, 0)
VALUE(negative, enum mode, MODE_NEGATIVE, 1)
VALUE(high, enum flags, FLAGS_HIGH, 1)
VALUE(big, enum big, BIG_LAST, 1)
VALUE(big_exists, enum big, BIG_MORE, 0)
VALUE(least, enum least, LEAST, 1)
VALUE(typedef_enum, kinds_t, KIND_B, 1)
//--- odd.h
struct pair { int first; long second; } T;
union either { char low; long long wide; struct pair pair; } T;
enum mode { MODE_NEGATIVE = -5, MODE_ZERO = 0 };
enum flags { FLAGS_LOW = 1, FLAGS_HIGH = 0x80000000U };
enum big { BIG_MORE = 1, BIG_LAST = 0x123456789abcULL };
enum least { LEAST = -0x123456789abcLL, MOST = 1 };
typedef enum { KIND_A, KIND_B = 4 } kinds_t;
typedef struct { int more; long number; } T alias_t;
typedef struct pair *pair_pointer;
typedef int vector_t[4];
typedef int (*function_t)(struct pair *, long);
struct odd {
    struct pair items[4];
    short matrix[3][5];
    struct pair grid[2][3];
    union either either;
    struct { int more; union { long other; struct { char pad; int deep; struct pair deep_array[2]; }; }; };
    union { struct { unsigned short first_bits : 3, deep_bits : 5; }; long all_bits; };
    int negative : 7;
    unsigned long long wide_bits : 41;
    _Bool flag : 1;
    _Bool truth;
    enum mode mode;
    enum big big;
    struct pair **list;
    void *data;
    function_t call;
    struct pair *slots[3];
    pair_pointer alias;
    vector_t vector;
    alias_t *anonymous;
    const volatile unsigned fixed;
    double real;
    __int128 huge;
    char letter;
    struct pair tail[];
} T;
//--- types.c
#define T
#include "odd.h"
struct everything { struct odd *a; kinds_t b; enum flags c; enum least d; function_t e; } everything = {};
struct odd odd = {};
//--- other.c
#define T
struct pair { long more; int first; short less; long second; };
union either { struct { int before; struct pair pair; }; char low; long long wide; };
enum mode { MODE_ZERO = 3, MODE_NEGATIVE = -77 };
enum flags { FLAGS_HIGH = 0xf0000001U, FLAGS_LOW = 2 };
enum big { BIG_LAST = 0xfedcba9876543210ULL, BIG_MORE = 7 };
enum least { MOST = 9, LEAST = -0x7edcba9876543210LL };
typedef enum { KIND_B = 11, KIND_A } kinds_t;
typedef struct { char more[13]; long number; } alias_t;
typedef struct pair *pair_pointer;
typedef int vector_t[9];
typedef int (*function_t)(struct pair *, long);
struct odd {
    char letter;
    double real;
    __int128 huge;
    alias_t *anonymous;
    vector_t vector;
    pair_pointer alias;
    struct pair *slots[5];
    function_t call;
    struct pair **list;
    enum big big;
    enum mode mode;
    const volatile unsigned fixed;
    void *data;
    _Bool truth;
    unsigned long long spare : 13, wide_bits : 33;
    int start : 9, negative : 11;
    _Bool other_flag : 1, flag : 1;
    struct { unsigned short deep_bits : 2; };
    struct { struct { struct { long long inner; int deep; }; struct pair deep_array[3]; }; };
    struct { int less; union either either; };
    struct pair grid[4][4];
    short matrix[7][6];
    struct pair items[5];
    struct pair tail[];
};
struct everything { struct odd *a; kinds_t b; enum flags c; enum least d; function_t e; } everything = {};
struct odd odd = {};
//--- rust.rs
#![no_std]
#![no_main]

macro_rules! pairs {
    ($($name:literal $marker:literal)*) => {
        /// One for each pair that differs.
        #[inline(always)]
        fn differences() -> u32 {
            let mut differences = 0u32;
            $({
                unsafe extern "C" {
                    #[link_name = concat!("c_", $name)]
                    fn c() -> u64;
                    #[link_name = concat!("__bpf_core.", $marker)]
                    fn rust() -> u64;
                }
                if unsafe { c() != rust() } {
                    differences = differences.wrapping_add(1);
                }
            })*
            differences
        }
    };
}

pairs! {
    "array_of_structs" "byte_offset.odd.items[2].second"
    "array_of_structs_size" "byte_size.odd.items"
    "element_size" "byte_size.odd.items[1].first"
    "matrix" "byte_offset.odd.matrix[1][3]"
    "structs_in_matrix" "byte_offset.odd.grid[1][2].second"
    "union_member" "byte_offset.either.wide"
    "union_in_struct" "byte_offset.odd.either.low"
    "union_in_union" "byte_offset.union either.pair.second"
    "deep" "byte_offset.odd.deep"
    "deep_array" "byte_offset.odd.deep_array[1].first"
    "deep_bits" "byte_offset.odd.deep_bits"
    "deep_bits_left" "lshift_u64.odd.deep_bits"
    "signed_bits" "byte_offset.odd.negative"
    "signed_bits_sign" "signed.odd.negative"
    "signed_bits_left" "lshift_u64.odd.negative"
    "signed_bits_right" "rshift_u64.odd.negative"
    "wide_bits_size" "byte_size.odd.wide_bits"
    "wide_bits_left" "lshift_u64.odd.wide_bits"
    "wide_bits_right" "rshift_u64.odd.wide_bits"
    "bool_bit" "lshift_u64.odd.flag"
    "boolean" "byte_offset.odd.truth"
    "enum_field" "byte_offset.odd.mode"
    "enum_field_sign" "signed.odd.mode"
    "enum64_field" "byte_size.odd.big"
    "pointer_to_pointer" "byte_offset.odd.list"
    "pointer_to_pointer_size" "byte_size.odd.list"
    "void_pointer" "field_exists.odd.data"
    "function_pointer" "byte_offset.odd.call"
    "array_of_pointers" "byte_offset.odd.slots[2]->second"
    "array_of_pointers_itself" "byte_offset.odd.slots[2]"
    "typedef_pointer" "byte_offset.odd.alias->second"
    "typedef_array" "byte_offset.odd.vector[2]"
    "typedef_struct" "byte_offset.odd.anonymous->number"
    "volatile_const" "byte_offset.odd.fixed"
    "double" "field_exists.odd.real"
    "huge" "byte_size.odd.huge"
    "flexible" "byte_offset.odd.tail[0].second"
    "typed_root" "byte_offset.alias_t.number"
    "char_sign" "signed.odd.letter"
    "union_exists" "type_exists.union either"
    "union_size" "type_size.either"
    "union_matches" "type_matches.either"
    "enum_exists" "type_exists.mode"
    "enum_matches" "type_matches.enum mode"
    "enum64_size" "type_size.big"
    "enum64_matches" "type_matches.big"
    "typedef_size" "type_size.alias_t"
    "typedef_matches" "type_matches.alias_t"
    "function_type" "type_exists.function_t"
    "negative" "enum_value.mode.MODE_NEGATIVE"
    "high" "enum_value.flags.FLAGS_HIGH"
    "big" "enum_value.big.BIG_LAST"
    "big_exists" "enum_exists.big.BIG_MORE"
    "least" "enum_value.least.LEAST"
    "typedef_enum" "enum_value.kinds_t.KIND_B"
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn compare(_ctx: *const u32) -> u32 {
    differences()
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
