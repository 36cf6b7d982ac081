// A map or a license in a section of another name is found by no loader.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf
// STDERR: main\.c:@[map]: warning: no loader looks into section 'MAPS' of variable 'counts', which function 'pass' uses; did you mean SEC\("\.maps"\)
// STDERR: main\.c:@[license]: warning: no loader looks into section 'licence' of variable 'LICENSE'; did you mean SEC\("license"\)
// NO-LOAD: the map is in no section of maps
// LINK: main.bc --btf --unloadable=error
// EXIT: 1
// STDERR: main\.c:@[map]: error: no loader looks into section 'MAPS'
// STDERR: main\.c:@[license]: warning: no loader looks into section 'licence'
//--- main.c
#include <bpf_min.h>
struct {
    MAP_UINT(type, 2);
    MAP_TYPE(key, u32);
    MAP_TYPE(value, u64);
    MAP_UINT(max_entries, 1);
} counts SEC("MAPS"); // [map]
char LICENSE[] SEC("licence") = "GPL"; // [license]
SEC("xdp") int pass(struct xdp_md *ctx) {
    u32 key = 0;
    return map_lookup(&counts, &key) ? XDP_PASS : XDP_DROP;
}
