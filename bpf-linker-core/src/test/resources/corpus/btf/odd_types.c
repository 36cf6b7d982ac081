// Bit-fields in unions, packed structs, 64-bit enumerations, 128-bit numbers, names that collide in other languages.
// PROGRAMS: xdp:pass, xdp:xdp_program_
// BTF: INT '__int128' size=16
// BTF: ENUM64 'wide_choice'
// RUN: pass -> 2
#include <bpf_min.h>

union flags {
    struct { u32 a : 3, b : 5, : 4, c : 20; };
    u32 all;
    int low : 7;
    enum { ZERO, ONE } choice : 2;
    _Bool truth : 1;
};
struct bits { u64 a : 1, b : 33, c : 30; long long d : 40; u8 e : 4, f : 4; _Bool g : 1; };

struct packed { u8 a; u32 b; u16 c; u64 d; } __attribute__((packed));
struct packed_array { u8 tag; struct packed inner[3]; u16 tail[3]; } __attribute__((packed));
struct aligned { u8 a; u32 b __attribute__((aligned(64))); };

enum wide_choice { LEAST = -1LL, MOST = 0x7fffffffffffffffLL };
enum unsigned_choice { NOTHING, EVERYTHING = 0xffffffffffffffffULL };
enum __attribute__((packed)) small_choice { LOW = -1, HIGH = 1 };
enum constants { value, of, name, ordinal, values, valueOf, UNRECOGNIZED, string, class };
struct choices { enum wide_choice a; enum unsigned_choice grid[2][2]; enum small_choice small[3]; enum constants d; };

struct numbers { __int128 a; unsigned __int128 b[2][2]; float c[2]; double d; _Bool e[2][2]; signed char f[3]; };
struct cell { u16 x[2]; };
struct row { struct cell cells[2][3]; };
struct table { struct row rows[2]; char names[2][3][8]; u8 macs[4][6]; };
struct nested { struct { u32 x; union { u32 y; struct { u16 low, high; }; }; } places[2]; struct { struct { u32 deep; }; }; };
typedef struct { u32 a; } untagged;
typedef union { u32 a; u8 b[4]; } untagged_union;
struct pointers { int (*f)(int, char *); void (*many[3])(void); int (*array)[4]; untagged a[2][2]; untagged_union b; };
struct empty {};
struct with_empty { struct empty a; u32 b; struct empty c[2]; };
struct flexible { u32 n; u32 middle[0]; u32 m; char names[][4]; };

struct Object { u32 a; };
struct String { char text[4]; };
struct Record { struct Object object; struct String string; };
struct List { struct String strings[2]; };
struct View { u32 a; };
struct xdp_program { u32 a; };
struct keywords {
    u32 class, public, new, this, super, package, null, record, yield, sealed, _, equals, hashCode, toString, getClass;
    u32 clone, wait, notify, SIZE, TYPE, size, type, read, write, keep, memory, at, rest, inside, moveTo, leave, value_, view;
};
struct flow_key { u32 flow_key, flowKey, FLOW_KEY; };
struct flowKey { char name[4]; u32 name_bytes, nameBytes; enum { P, Q } mode; u32 mode_value, lat_20_us, lat_25_us; };
struct FLOW_KEY { u32 a; };

union flags flags;
struct bits bits;
struct packed_array packed_array;
struct aligned aligned_;
struct choices choices;
struct numbers numbers;
struct table table;
struct nested nested;
struct pointers pointers;
struct with_empty with_empty;
struct flexible *unused_flexible;
struct Record record;
struct List list;
struct View view;
struct xdp_program program_;
struct keywords keywords;
struct flow_key a_key;
struct flowKey another_key;
struct FLOW_KEY third_key;
u32 data, bss, memory, at, place, inside, put, toString, hashCode, close, object, programs, maps, open, load, links;
const volatile struct cell constant_cell = {{1, 2}};
const volatile char constant_text[8] = "a";

ARRAY_MAP(maps_, struct packed_array, 2);
ARRAY_MAP(toString_, __int128, 2);
typedef char text[8];
ARRAY_MAP(text_values, text, 2);
ARRAY_MAP(class_, struct numbers, 2);

SEC("xdp") int pass(void *ctx)
{
    u32 key = 0;
    return map_lookup(&maps_, &key) && map_lookup(&toString_, &key) && map_lookup(&text_values, &key)
                    && map_lookup(&class_, &key) && !unused_flexible
            ? 2
            : 1;
}
SEC("xdp") int xdp_program_(void *ctx) { return 2; }
