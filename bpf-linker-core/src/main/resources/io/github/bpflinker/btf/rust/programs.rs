/// Maps as BTF describes them: `static COUNTS: maps::Hash<u32, u64, 1024>`, defined with `bpf_map!`.
pub mod maps {
    use super::helpers;
    use ::core::ffi::c_void;
    use ::core::mem::size_of;

    /// A map of a kind (`BPF_MAP_TYPE_…`), with its number of elements and flags (`BPF_F_…`).
    #[repr(C)]
    pub struct Map<K, V, const KIND: usize, const ENTRIES: usize, const FLAGS: usize = 0> {
        r#type: *const [i32; KIND],
        max_entries: *const [i32; ENTRIES],
        map_flags: *const [i32; FLAGS],
        key: *const K,
        value: *const V,
    }

    /// Records for user space. `BYTES` is a power of two of pages.
    #[repr(C)]
    pub struct RingBuffer<const BYTES: usize> {
        r#type: *const [i32; 27],
        max_entries: *const [i32; BYTES],
    }

    // The kernel synchronizes access to maps.
    unsafe impl<K, V, const KIND: usize, const ENTRIES: usize, const FLAGS: usize> Sync for Map<K, V, KIND, ENTRIES, FLAGS> {}
    unsafe impl<const BYTES: usize> Sync for RingBuffer<BYTES> {}

    pub type Hash<K, V, const ENTRIES: usize, const FLAGS: usize = 0> = Map<K, V, 1, ENTRIES, FLAGS>;
    pub type Array<V, const ENTRIES: usize, const FLAGS: usize = 0> = Map<u32, V, 2, ENTRIES, FLAGS>;
    pub type ProgramArray<const ENTRIES: usize> = Map<u32, u32, 3, ENTRIES>;
    pub type PerfEventArray<const ENTRIES: usize> = Map<u32, u32, 4, ENTRIES>;
    pub type PerCpuHash<K, V, const ENTRIES: usize, const FLAGS: usize = 0> = Map<K, V, 5, ENTRIES, FLAGS>;
    pub type PerCpuArray<V, const ENTRIES: usize, const FLAGS: usize = 0> = Map<u32, V, 6, ENTRIES, FLAGS>;
    pub type StackTrace<const DEPTH: usize, const ENTRIES: usize> = Map<u32, [u64; DEPTH], 7, ENTRIES>;
    pub type LruHash<K, V, const ENTRIES: usize, const FLAGS: usize = 0> = Map<K, V, 9, ENTRIES, FLAGS>;
    /// Its flags must hold `BPF_F_NO_PREALLOC`, 1.
    pub type LpmTrie<K, V, const ENTRIES: usize> = Map<K, V, 11, ENTRIES, 1>;
    /// Values that belong to tasks; `BPF_F_NO_PREALLOC`, no limit.
    pub type TaskStorage<V> = Map<i32, V, 29, 0, 1>;

    impl<K, V, const KIND: usize, const ENTRIES: usize, const FLAGS: usize> Map<K, V, KIND, ENTRIES, FLAGS> {
        #[allow(clippy::new_without_default)]
        pub const fn new() -> Self {
            Self {
                r#type: ::core::ptr::null(),
                max_entries: ::core::ptr::null(),
                map_flags: ::core::ptr::null(),
                key: ::core::ptr::null(),
                value: ::core::ptr::null(),
            }
        }

        /// The map as helpers take it.
        #[inline(always)]
        pub fn as_ptr(&self) -> *mut c_void {
            self as *const Self as *mut c_void
        }

        /// The value of a key, in place; null if there is none. Other CPUs can change it at any time.
        #[inline(always)]
        pub fn get(&self, key: &K) -> *mut V {
            unsafe { helpers::bpf_map_lookup_elem(self.as_ptr(), key as *const K as *const c_void) as *mut V }
        }

        /// Sets the value of a key; 0, or a negative error number.
        #[inline(always)]
        pub fn set(&self, key: &K, value: &V) -> i64 {
            self.update(key, value, 0)
        }

        /// Sets the value of a key, with `BPF_NOEXIST` (1) or `BPF_EXIST` (2); 0, or a negative error number.
        #[inline(always)]
        pub fn update(&self, key: &K, value: &V, flags: u64) -> i64 {
            unsafe {
                helpers::bpf_map_update_elem(
                    self.as_ptr(),
                    key as *const K as *const c_void,
                    value as *const V as *const c_void,
                    flags,
                )
            }
        }

        /// Removes a key; 0, or a negative error number.
        #[inline(always)]
        pub fn remove(&self, key: &K) -> i64 {
            unsafe { helpers::bpf_map_delete_elem(self.as_ptr(), key as *const K as *const c_void) }
        }
    }

    extern "C" {
        #[link_name = "__bpf_core.add.8"]
        fn add_8(to: *mut u64, value: u64);
    }

    impl<K, const KIND: usize, const ENTRIES: usize, const FLAGS: usize> Map<K, u64, KIND, ENTRIES, FLAGS> {
        /// Adds 1 to the value of a key, which starts with 0. Nothing is lost if other CPUs do so at the same time; a
        /// key for which a full map has no room is not counted.
        #[inline(always)]
        pub fn count(&self, key: &K) {
            let mut value = self.get(key);
            if value.is_null() {
                if self.update(key, &1, 1) == 0 {
                    return;
                }
                value = self.get(key);
                if value.is_null() {
                    return;
                }
            }
            unsafe { add_8(value, 1) };
        }
    }

    impl<const BYTES: usize> RingBuffer<BYTES> {
        #[allow(clippy::new_without_default)]
        pub const fn new() -> Self {
            Self { r#type: ::core::ptr::null(), max_entries: ::core::ptr::null() }
        }

        /// The map as helpers take it.
        #[inline(always)]
        pub fn as_ptr(&self) -> *mut c_void {
            self as *const Self as *mut c_void
        }

        /// Copies a record into the buffer; 0, or a negative error number if there is no room.
        #[inline(always)]
        pub fn output<T>(&self, record: &T) -> i64 {
            let data = record as *const T as *mut c_void;
            unsafe { helpers::bpf_ringbuf_output(self.as_ptr(), data, size_of::<T>() as u64, 0) }
        }

        /// Room for a record, which must be submitted or discarded; null if there is none.
        #[inline(always)]
        pub fn reserve<T>(&self) -> *mut T {
            unsafe { helpers::bpf_ringbuf_reserve(self.as_ptr(), size_of::<T>() as u64, 0) as *mut T }
        }

        /// # Safety
        /// `record` comes from `reserve`.
        #[inline(always)]
        pub unsafe fn submit<T>(&self, record: *mut T) {
            unsafe { helpers::bpf_ringbuf_submit(record as *mut c_void, 0) }
        }

        /// # Safety
        /// `record` comes from `reserve`.
        #[inline(always)]
        pub unsafe fn discard<T>(&self, record: *mut T) {
            unsafe { helpers::bpf_ringbuf_discard(record as *mut c_void, 0) }
        }
    }
}

/// Defines maps: `bpf_map! { static COUNTS: maps::Hash<u32, u64, 1024>; }`
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! bpf_map {
    ($($(#[$attribute:meta])* $visibility:vis static $name:ident: $type:ty;)+) => {
        $(
            $(#[$attribute])*
            #[no_mangle]
            #[link_section = ".maps"]
            $visibility static $name: $type = <$type>::new();
        )+
    };
}

/// Defines a program whose context is a list of numbers, with the arguments of what it is attached to: sections `tp_btf`,
/// `raw_tp`, `fentry`, `fexit`, `fmod_ret`, `lsm`, and `iter` with its struct as `context`.
///
/// ```text
/// bpf_program! {
///     "tp_btf/sched_process_exec"
///     fn on_exec(task: *const task_struct, old_pid: i32, program: *const linux_binprm) -> i32 {
///         0
///     }
/// }
/// ```
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! bpf_program {
    ($($section:literal fn $name:ident($($argument:ident: $type:ty),* $(,)?) -> i32 $body:block)+) => {
        $(
            #[no_mangle]
            #[link_section = $section]
            extern "C" fn $name(context: *const u64) -> i32 {
                #[inline(always)]
                fn body($($argument: $type),*) -> i32 $body
                let mut _next = 0usize;
                body($({
                    let argument = $crate::argument::<$type>(context, _next);
                    _next = _next.wrapping_add(1);
                    argument
                }),*)
            }
        )+
    };
}

/// An argument of a program whose context is a list of numbers; counted from 0.
#[inline(always)]
pub fn argument<T>(context: *const u64, index: usize) -> T {
    slot::lowest(slot::load::<u64>(context.wrapping_add(index) as *const ::core::ffi::c_void))
}

/// The task that runs.
#[inline(always)]
pub fn current_task() -> *const types::task_struct {
    unsafe { helpers::bpf_get_current_task() as *const types::task_struct }
}

/// Prints to `/sys/kernel/tracing/trace_pipe`: `bpf_printk!("pid %d", pid)`, with up to three numbers or addresses in the
/// syntax of C.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! bpf_printk {
    ($format:literal) => { $crate::bpf_printk!(@call $format, 0, 0, 0) };
    ($format:literal, $a:expr) => { $crate::bpf_printk!(@call $format, $a, 0, 0) };
    ($format:literal, $a:expr, $b:expr) => { $crate::bpf_printk!(@call $format, $a, $b, 0) };
    ($format:literal, $a:expr, $b:expr, $c:expr) => { $crate::bpf_printk!(@call $format, $a, $b, $c) };
    (@call $format:literal, $a:expr, $b:expr, $c:expr) => {{
        const LENGTH: usize = concat!($format, "\0").len();
        static FORMAT: [u8; LENGTH] = $crate::bytes(concat!($format, "\0"));
        unsafe {
            $crate::helpers::bpf_trace_printk(
                &raw const FORMAT as *const ::core::ffi::c_char,
                LENGTH as u32,
                $a as u64,
                $b as u64,
                $c as u64,
            )
        }
    }};
}

/// The bytes of a text.
#[doc(hidden)]
pub const fn bytes<const N: usize>(text: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut i = 0;
    while i < N {
        bytes[i] = text.as_bytes()[i];
        i += 1;
    }
    bytes
}

/// Ends a program crate: its license, and what a panic does. The linker reports panics that can be reached;
/// `--panic-exit` lets them end the program.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! bpf_license {
    ($license:literal) => {
        #[no_mangle]
        #[link_section = "license"]
        static LICENSE: [u8; concat!($license, "\0").len()] = $crate::bytes(concat!($license, "\0"));

        #[panic_handler]
        fn panic(_: &::core::panic::PanicInfo) -> ! {
            loop {}
        }
    };
}
