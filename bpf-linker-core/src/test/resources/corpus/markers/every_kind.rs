// Every kind of relocation from Rust has the values of the C program that says the same with clang's builtins.
// LLVM: auto
// BUILD: c.bc = clang-22 c.c
// BUILD: other.o = clang-22 -fembed-bitcode=off other.c
// RUSTC: rust.rs -C opt-level=0 -C debuginfo=2 -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: xdp:compare
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -C opt-level=1 -C debuginfo=2 -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -C opt-level=2 -C debuginfo=2 -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -C opt-level=3 -C debuginfo=2 -C codegen-units=16 -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -C opt-level=s -C debuginfo=2 -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -C opt-level=z -C debuginfo=2 -C lto=fat -- c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
// RUSTC: rust.rs -O -C debuginfo=2 -o half.bc -- -r
// IR: declare .*@__bpf_core
// LINK: half.bc c.bc --btf --kernel-types=/sys/kernel/btf/vmlinux
// RUN: compare -> 0
// CORE-PAIRS: other.o
//--- c.c
#include <bpf_min.h>
#define T __attribute__((preserve_access_index))
enum pid_type { PIDTYPE_PID, PIDTYPE_TGID, PIDTYPE_PGID, PIDTYPE_SID };
struct rlimit { unsigned long rlim_cur, rlim_max; } T;
struct signal_struct { struct rlimit rlim[16]; } T;
struct list_head { struct list_head *next, *prev; } T;
struct task_struct___old { long state; } T;
struct task_struct {
    int pid; char comm[16]; struct task_struct *real_parent; struct signal_struct *signal;
    unsigned sched_remote_wakeup : 1; unsigned long flags;
} T;
typedef struct { int counter; } T atomic_t;
union nothing { int x; } T;
struct sk_buff { struct sk_buff *next; unsigned char cloned : 1; } T;
struct path { struct vfsmount *mnt; struct dentry *dentry; };
struct filename___no { int absent; } T;
#define TASK ((struct task_struct *)0)
#define FIELD(name, access, kind) u64 c_##name(void) { return __builtin_preserve_field_info(access, kind); }
#define TYPE(name, type, kind) u64 c_##name(void) { return __builtin_preserve_type_info(*(type *)0, kind); }
FIELD(offset, TASK->pid, 0)
FIELD(nested, TASK->signal->rlim[3].rlim_max, 0)
FIELD(parent, TASK->real_parent, 0)
FIELD(size, TASK->comm, 1)
FIELD(exists, TASK->pid, 2)
FIELD(absent, ((struct task_struct___old *)0)->state, 2)
FIELD(sign, TASK->pid, 3)
FIELD(unsign, TASK->flags, 3)
FIELD(left, TASK->sched_remote_wakeup, 4)
FIELD(right, TASK->sched_remote_wakeup, 5)
FIELD(bits_offset, ((struct sk_buff *)0)->cloned, 0)
FIELD(bits_left, ((struct sk_buff *)0)->cloned, 4)
FIELD(typedef, ((atomic_t *)0)->counter, 0)
FIELD(anonymous, ((struct sk_buff *)0)->next, 0)
TYPE(type_exists, struct task_struct, 0)
TYPE(type_absent, struct filename___no, 0)
TYPE(typedef_exists, atomic_t, 0)
TYPE(type_size, struct task_struct, 1)
TYPE(matches, struct list_head, 2)
TYPE(path_matches, struct path, 2)
u64 c_target(void) { return __builtin_btf_type_id(*(struct task_struct *)0, 1); }
u64 c_value(void) { return __builtin_preserve_enum_value(*(enum pid_type *)PIDTYPE_SID, 1); }
u64 c_value_exists(void) { return __builtin_preserve_enum_value(*(enum pid_type *)PIDTYPE_SID, 0); }
//--- other.c
/* Another kernel: other offsets, sizes and values, and some of it missing. */
enum pid_type { PIDTYPE_PID, PIDTYPE_MORE, PIDTYPE_SID = 17 };
struct rlimit { int more; unsigned rlim_max, rlim_cur; };
struct signal_struct { int count; struct rlimit rlim[8]; };
struct list_head { struct list_head *prev; long next; };
struct task_struct {
    long state; struct { unsigned long flags; char comm[32]; };
    unsigned many : 9, sched_remote_wakeup : 3; struct task_struct *real_parent; struct signal_struct *signal;
    unsigned short pid;
};
typedef struct { long more; long counter; } atomic_t;
struct sk_buff {
    char pad[100]; unsigned char a : 1, cloned : 1; struct { int more; union { long x; struct sk_buff *next; }; };
};
struct everything {
    struct rlimit a; struct list_head b; struct task_struct c; atomic_t d; struct sk_buff f;
    enum pid_type g; struct signal_struct h;
} everything = {};
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
    "offset" "byte_offset.task_struct.pid"
    "nested" "byte_offset.struct task_struct.signal->rlim[3].rlim_max"
    "parent" "byte_offset.task_struct.real_parent->real_parent->real_parent"
    "size" "byte_size.task_struct.comm"
    "exists" "field_exists.task_struct.pid"
    "absent" "field_exists.task_struct___old.state:i64"
    "sign" "signed.task_struct.pid"
    "unsign" "signed.task_struct.flags"
    "left" "lshift_u64.task_struct.sched_remote_wakeup"
    "right" "rshift_u64.task_struct.sched_remote_wakeup"
    "bits_offset" "byte_offset.sk_buff.r#cloned"
    "bits_left" "lshift_u64.sk_buff.cloned"
    "typedef" "byte_offset.atomic_t.counter"
    "anonymous" "byte_offset.sk_buff.next->next"
    "type_exists" "type_exists.task_struct"
    "type_absent" "type_exists.struct filename___no"
    "typedef_exists" "type_exists.typedef atomic_t"
    "type_size" "type_size.task_struct"
    "matches" "type_matches.list_head"
    "path_matches" "type_matches.path"
    "target" "type_id_target.task_struct"
    "value" "enum_value.pid_type.PIDTYPE_SID"
    "value_exists" "enum_exists.enum pid_type.PIDTYPE_SID"
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
