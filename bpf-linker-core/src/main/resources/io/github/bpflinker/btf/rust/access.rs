/// Slots of kernel types, and what the `core_…!` macros expand to.
pub mod slot {
    use ::core::ffi::c_void;
    use ::core::marker::PhantomData;
    use ::core::mem::{size_of, transmute_copy, MaybeUninit};
    use ::core::ops::{Deref, Index};

    /// A field of a kernel struct; knows its type and holds nothing. Its value is read with `core_read!`.
    #[repr(C)]
    pub struct Field<T>(PhantomData<*const T>);

    /// A bit-field of a kernel struct. Its value is read with `core_read_bits!`.
    #[repr(C)]
    pub struct BitField<T>(PhantomData<*const T>);

    /// An array in a kernel struct; 0 elements stand for a flexible array.
    #[repr(C)]
    pub struct Array<T, const N: usize>(PhantomData<*const T>);

    /// Does not compile where it is used; the condition has to depend on the type.
    fn refused<T>() -> ! {
        const {
            assert!(
                size_of::<T>() == usize::MAX,
                "memory of the kernel is not accessed directly: use core_read!, core_place! or core_deref!"
            )
        }
        loop {}
    }

    /// Used in paths, which are type-checked and never run.
    impl<T> Deref for Field<T> {
        type Target = T;

        fn deref(&self) -> &T {
            refused::<T>()
        }
    }

    impl<T, const N: usize> Index<usize> for Array<T, N> {
        type Output = Field<T>;

        fn index(&self, _: usize) -> &Field<T> {
            refused::<T>()
        }
    }

    /// What the end of a path may be.
    #[diagnostic::on_unimplemented(
        message = "a bit-field of the kernel has no address",
        label = "`{Self}` can't be accessed as a whole",
        note = "read a bit-field with core_read_bits!(TYPE: pointer, path)"
    )]
    pub trait Place {
        type Value;
    }

    impl<T> Place for Field<T> {
        type Value = T;
    }

    /// What core_read_bits! reads: bit-fields and integers.
    pub trait Bits {
        type Value;
    }

    impl<T> Bits for Field<T> {
        type Value = T;
    }

    impl<T> Bits for BitField<T> {
        type Value = T;
    }

    /// What stands before `->` in a path.
    #[diagnostic::on_unimplemented(
        message = "`->` follows a pointer to a struct",
        label = "`{Self}` is no pointer",
        note = "`.` leads into a struct that is a part of another one, `[i]` to an element of an array"
    )]
    pub trait Pointer {
        type Target;
    }

    impl<T> Pointer for Field<*const T> {
        type Target = T;
    }

    impl<T> Pointer for Field<*mut T> {
        type Target = T;
    }

    /// What can be read as a whole.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` of the kernel can't be read as a whole",
        label = "its layout differs between kernels",
        note = "read its fields, or take its address with core_place!"
    )]
    pub trait Value {
        type Read: Copy;
    }

    macro_rules! values {
        ($($type:ty)*) => { $(impl Value for $type { type Read = $type; })* };
    }

    values!(i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 bool f32 f64);

    impl<T> Value for *const T {
        type Read = *const T;
    }

    impl<T> Value for *mut T {
        type Read = *mut T;
    }

    impl<T: Value, const N: usize> Value for Array<T, N> {
        type Read = [T::Read; N];
    }

    /// An enumeration in a kernel struct; it is read as the integer that holds its value.
    #[repr(C)]
    pub struct Enum<T, I>(PhantomData<*const T>, PhantomData<I>);

    impl<T, I: Copy> Value for Enum<T, I> {
        type Read = I;
    }

    /// A type on the way of a path that is only checked.
    pub struct Type<T>(PhantomData<*const T>);

    impl<T> Type<T> {
        #[inline(always)]
        pub const fn new() -> Self {
            Type(PhantomData)
        }
    }

    #[inline(always)]
    pub fn type_hop<S, P: Pointer>(_: Type<S>, _: impl FnOnce(&S) -> &P) -> Type<P::Target> {
        Type::new()
    }

    #[inline(always)]
    pub fn type_end<S, P: Bits>(_: Type<S>, _: impl FnOnce(&S) -> &P) {}

    /// The lowest bytes of a number.
    #[inline(always)]
    pub fn lowest<T>(value: u64) -> T {
        const { assert!(size_of::<T>() <= 8, "only values of up to 8 bytes are accessed directly; use core_read!") };
        let shifted = if cfg!(target_endian = "big") { value.wrapping_shl(64 - 8 * size_of::<T>() as u32) } else { value };
        unsafe { transmute_copy(&shifted) }
    }

    #[inline(always)]
    pub fn copy<T: Copy>(from: *const c_void) -> T {
        let mut value = MaybeUninit::<T>::zeroed();
        unsafe {
            super::helpers::bpf_probe_read_kernel(value.as_mut_ptr() as *mut c_void, size_of::<T>() as u32, from);
            value.assume_init()
        }
    }

    #[inline(always)]
    pub fn at<S>(pointer: *const S, offset: u64) -> *const c_void {
        pointer.wrapping_byte_add(offset as usize) as *const c_void
    }

    #[inline(always)]
    pub fn read_hop<S, P: Pointer>(pointer: *const S, _: impl FnOnce(&S) -> &P, offset: u64) -> *const P::Target {
        copy(at(pointer, offset))
    }

    #[inline(always)]
    pub fn read_end<S, P: Place>(
        pointer: *const S,
        _: impl FnOnce(&S) -> &P,
        offset: u64,
    ) -> <P::Value as Value>::Read
    where
        P::Value: Value,
    {
        copy(at(pointer, offset))
    }

    #[inline(always)]
    pub fn place_end<S, P: Place>(pointer: *const S, _: impl FnOnce(&S) -> &P, offset: u64) -> *const P::Value {
        at(pointer, offset) as *const P::Value
    }

    extern "C" {
        #[link_name = "__bpf_core.load.1"]
        fn load_1(from: *const c_void) -> u8;
        #[link_name = "__bpf_core.load.2"]
        fn load_2(from: *const c_void) -> u16;
        #[link_name = "__bpf_core.load.4"]
        fn load_4(from: *const c_void) -> u32;
        #[link_name = "__bpf_core.load.8"]
        fn load_8(from: *const c_void) -> u64;
        #[link_name = "__bpf_core.load.ptr"]
        fn load_pointer(from: *const c_void) -> *const c_void;
    }

    /// Asked by each function that a program calls, so that the error names its line.
    const fn assert_loadable<T>() {
        assert!(
            matches!(size_of::<T>(), 1 | 2 | 4 | 8),
            "only values of 1, 2, 4 or 8 bytes are loaded directly: use core_read!"
        )
    }

    #[inline(always)]
    pub fn load<T>(from: *const c_void) -> T {
        const { assert_loadable::<T>() };
        unsafe {
            match size_of::<T>() {
                1 => lowest(load_1(from) as u64),
                2 => lowest(load_2(from) as u64),
                4 => lowest(load_4(from) as u64),
                _ => lowest(load_8(from)),
            }
        }
    }

    #[inline(always)]
    pub fn load_hop<S, P: Pointer>(pointer: *const S, _: impl FnOnce(&S) -> &P, offset: u64) -> *const P::Target {
        unsafe { load_pointer(at(pointer, offset)) as *const P::Target }
    }

    #[inline(always)]
    pub fn load_end<S, P: Place>(
        pointer: *const S,
        _: impl FnOnce(&S) -> &P,
        offset: u64,
    ) -> <P::Value as Value>::Read
    where
        P::Value: Value,
    {
        const { assert_loadable::<<P::Value as Value>::Read>() };
        load(at(pointer, offset))
    }

    #[inline(always)]
    pub fn bits<T>(from: *const c_void, size: u64, left: u64, right: u64, signed: u64) -> T {
        let mut raw = 0u64;
        let target = &raw mut raw as *mut c_void;
        let part = if cfg!(target_endian = "big") { target.wrapping_byte_add(8u64.wrapping_sub(size) as usize) } else { target };
        unsafe { super::helpers::bpf_probe_read_kernel(part, size as u32, from) };
        let shifted = raw.wrapping_shl(left as u32);
        lowest(if signed != 0 {
            (shifted as i64).wrapping_shr(right as u32) as u64
        } else {
            shifted.wrapping_shr(right as u32)
        })
    }

    #[inline(always)]
    pub fn bits_end<S, P: Bits>(
        pointer: *const S,
        _: impl FnOnce(&S) -> &P,
        offset: u64,
        size: u64,
        left: u64,
        right: u64,
        signed: u64,
    ) -> <P::Value as Value>::Read
    where
        P::Value: Value,
    {
        bits(at(pointer, offset), size, left, right, signed)
    }
}

/// A value that the linker provides and the loader adapts to the running kernel.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_marker {
    ($kind:literal, $($name:tt)+) => {{
        extern "C" {
            #[link_name = concat!("__bpf_core.", $kind, ".", $(stringify!($name), " "),+)]
            fn marker() -> u64;
        }
        unsafe { marker() }
    }};
}

/// Splits a path at `->`, then builds the access from its beginning on.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_path {
    // Splitting: whole parts, the part so far, the rest.
    (@split $what:ident $start:tt [$($parts:tt)*] [$($part:tt)+] -> $($rest:tt)+) => {
        $crate::__core_path!(@split $what $start [$($parts)* [$($part)+]] [] $($rest)+)
    };
    (@split $what:ident $start:tt [$($parts:tt)*] [$($part:tt)+] : $($type:tt)+) => {
        $crate::__core_path!(@walk $what $start [] [$($parts)* [$($part)+]] [$($type)+])
    };
    (@split $what:ident $start:tt [$($parts:tt)*] [$($part:tt)+]) => {
        $crate::__core_path!(@walk $what $start [] [$($parts)* [$($part)+]] [])
    };
    (@split $what:ident $start:tt $parts:tt [$($part:tt)*] $token:tt $($rest:tt)*) => {
        $crate::__core_path!(@split $what $start $parts [$($part)* $token] $($rest)*)
    };

    // Walking: the root with its pointer, the path so far, the parts to go, the type of the last one if given.
    (@walk $what:ident [$root:ident $pointer:expr] [$($done:tt)*] [[$($part:tt)+] $($more:tt)+] $type:tt) => {
        $crate::__core_path!(
            @walk $what
            [$root $crate::__core_step!($what hop [$root $pointer] [$($part)+] [$($done)* $($part)+])]
            [$($done)* $($part)+ ->] [$($more)+] $type)
    };
    (@walk $what:ident [$root:ident $pointer:expr] [$($done:tt)*] [[$($part:tt)+]] []) => {
        $crate::__core_step!($what end [$root $pointer] [$($part)+] [$($done)* $($part)+])
    };
    (@walk $what:ident [$root:ident $pointer:expr] [$($done:tt)*] [[$($part:tt)+]] [$($type:tt)+]) => {
        $crate::__core_step!($what typed [$root $pointer] [$($type)+] [$($done)* $($part)+ : $($type)+])
    };
}

/// One step of an access.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_step {
    (read hop [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::read_hop($pointer, |kernel| &kernel.$($part)+, $crate::__core_marker!("byte_offset", $root . $($path)+))
    };
    (read end [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::read_end($pointer, |kernel| &kernel.$($part)+, $crate::__core_marker!("byte_offset", $root . $($path)+))
    };
    (read typed [$root:ident $pointer:expr] [$($type:tt)+] [$($path:tt)+]) => {
        $crate::slot::copy::<$crate::__core_type!($($type)+)>(
            $crate::slot::at($pointer, $crate::__core_marker!("byte_offset", $root . $($path)+)))
    };
    (place hop $($rest:tt)+) => { $crate::__core_step!(read hop $($rest)+) };
    (place end [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::place_end($pointer, |kernel| &kernel.$($part)+, $crate::__core_marker!("byte_offset", $root . $($path)+))
    };
    (place typed [$root:ident $pointer:expr] [$($type:tt)+] [$($path:tt)+]) => {
        $crate::slot::at($pointer, $crate::__core_marker!("byte_offset", $root . $($path)+))
            as *const $crate::__core_type!($($type)+)
    };
    (load hop [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::load_hop($pointer, |kernel| &kernel.$($part)+, $crate::__core_marker!("byte_offset", $root . $($path)+))
    };
    (load end [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::load_end($pointer, |kernel| &kernel.$($part)+, $crate::__core_marker!("byte_offset", $root . $($path)+))
    };
    (load typed [$root:ident $pointer:expr] [$($type:tt)+] [$($path:tt)+]) => {
        $crate::slot::load::<$crate::__core_type!($($type)+)>(
            $crate::slot::at($pointer, $crate::__core_marker!("byte_offset", $root . $($path)+)))
    };
    (bits hop $($rest:tt)+) => { $crate::__core_step!(read hop $($rest)+) };
    (bits end [$root:ident $pointer:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::bits_end(
            $pointer,
            |kernel| &kernel.$($part)+,
            $crate::__core_marker!("byte_offset", $root . $($path)+),
            $crate::__core_marker!("byte_size", $root . $($path)+),
            $crate::__core_marker!("lshift_u64", $root . $($path)+),
            $crate::__core_marker!("rshift_u64", $root . $($path)+),
            $crate::__core_marker!("signed", $root . $($path)+))
    };
    (bits typed [$root:ident $pointer:expr] [$type:ident $($width:tt)*] [$($path:tt)+]) => {
        $crate::slot::bits::<$type>(
            $crate::slot::at($pointer, $crate::__core_marker!("byte_offset", $root . $($path)+)),
            $crate::__core_marker!("byte_size", $root . $($path)+),
            $crate::__core_marker!("lshift_u64", $root . $($path)+),
            $crate::__core_marker!("rshift_u64", $root . $($path)+),
            $crate::__core_marker!("signed", $root . $($path)+))
    };
    ($what:ident hop [$root:ident $type:expr] [$($part:tt)+] [$($path:tt)+]) => {
        $crate::slot::type_hop($type, |kernel| &kernel.$($part)+)
    };
    ($what:ident end [$root:ident $type:expr] [$($part:tt)+] [$($path:tt)+]) => {{
        $crate::slot::type_end($type, |kernel| &kernel.$($part)+);
        $crate::__core_step!($what value $root [$($path)+])
    }};
    ($what:ident typed [$root:ident $type:expr] [$($given:tt)+] [$($path:tt)+]) => {
        $crate::__core_step!($what value $root [$($path)+])
    };
    (exists value $root:ident [$($path:tt)+]) => { $crate::__core_marker!("field_exists", $root . $($path)+) != 0 };
    (size value $root:ident [$($path:tt)+]) => { $crate::__core_marker!("byte_size", $root . $($path)+) };
}

/// The Rust type of a type in a path.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_type {
    (*) => { *const ::core::ffi::c_void };
    (* struct $target:ident) => { *const $crate::$target };
    (* union $target:ident) => { *const $crate::$target };
    (* $target:ident) => { *const $crate::$target };
    (char) => { ::core::ffi::c_char };
    (struct $name:ident) => { $crate::$name };
    (union $name:ident) => { $crate::$name };
    (enum $name:ident) => { $crate::$name };
    ($name:ident) => { $name };
}

/// The start of a path: a pointer to the root type, or if the type of its field is given, any pointer.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_start {
    ($what:ident [$root:ident $pointer:expr] $($path:tt)+) => {
        $crate::__core_start!(@scan $what [$root $pointer] [] $($path)+)
    };
    // One part with a type: the root type may be one that the bindings lack.
    (@scan $what:ident [$root:ident $pointer:expr] [$($part:tt)+] : $($type:tt)+) => {
        $crate::__core_path!(@split $what [$root $pointer as *const _] [] [$($part)+] : $($type)+)
    };
    (@scan $what:ident [$root:ident $pointer:expr] [$($part:tt)*] -> $($rest:tt)+) => {
        $crate::__core_path!(@split $what [$root { let root: *const $crate::$root = $pointer; root }] [] [$($part)*] -> $($rest)+)
    };
    (@scan $what:ident [$root:ident $pointer:expr] [$($part:tt)+]) => {
        $crate::__core_path!(@split $what [$root { let root: *const $crate::$root = $pointer; root }] [] [$($part)+])
    };
    (@scan $what:ident $start:tt [$($part:tt)*] $token:tt $($rest:tt)*) => {
        $crate::__core_start!(@scan $what $start [$($part)* $token] $($rest)*)
    };
}

/// Reads a field of a kernel struct: `core_read!(task_struct: task, real_parent->tgid)`.
///
/// The root type is named once; `.` leads into a part, `[i]` to an element, `->` through a pointer. Each pointer and the
/// field are read with `bpf_probe_read_kernel`; what can't be read is 0. A field that the bindings lack is given its
/// type: `core_read!(task_struct___old: task, state: i64)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_read {
    ($root:ident: $pointer:expr, $($path:tt)+) => { $crate::__core_start!(read [$root $pointer] $($path)+) };
}

/// The address of a field: `core_place!(task_struct: task, comm)`. Pointers on the way are read.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_place {
    ($root:ident: $pointer:expr, $($path:tt)+) => { $crate::__core_start!(place [$root $pointer] $($path)+) };
}

/// Reads a bit-field or an integer: `core_read_bits!(task_struct: task, in_execve)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_read_bits {
    ($root:ident: $pointer:expr, $($path:tt)+) => { $crate::__core_start!(bits [$root $pointer] $($path)+) };
}

/// Loads a field directly, for pointers that the verifier trusts, such as arguments of `tp_btf` and `fentry`:
/// `core_deref!(task_struct: task, real_parent->tgid)`. Values have 1, 2, 4 or 8 bytes.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_deref {
    ($root:ident: $pointer:expr, $($path:tt)+) => { $crate::__core_start!(load [$root $pointer] $($path)+) };
}

/// Whether the kernel has a field: `core_field_exists!(task_struct, cgroups->dfl_cgrp)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_field_exists {
    ($root:ident, $($path:tt)+) => { $crate::__core_question!(exists $root [] $($path)+) };
}

/// The size of a field in bytes: `core_field_size!(task_struct, comm)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_field_size {
    ($root:ident, $($path:tt)+) => { $crate::__core_question!(size $root [] $($path)+) };
}

/// The start of a path without a pointer.
#[doc(hidden)]
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! __core_question {
    ($what:ident $root:ident [$($part:tt)+] : $($type:tt)+) => {
        $crate::__core_path!(@split $what [$root ()] [] [$($part)+] : $($type)+)
    };
    ($what:ident $root:ident [$($part:tt)*] -> $($rest:tt)+) => {
        $crate::__core_path!(@split $what [$root $crate::slot::Type::<$crate::$root>::new()] [] [$($part)*] -> $($rest)+)
    };
    ($what:ident $root:ident [$($part:tt)+]) => {
        $crate::__core_path!(@split $what [$root $crate::slot::Type::<$crate::$root>::new()] [] [$($part)+])
    };
    ($what:ident $root:ident [$($part:tt)*] $token:tt $($rest:tt)*) => {
        $crate::__core_question!($what $root [$($part)* $token] $($rest)*)
    };
}

/// Whether the kernel has a type: `core_type_exists!(struct bpf_ringbuf)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_type_exists {
    ($($type:tt)+) => { $crate::__core_marker!("type_exists", $($type)+) != 0 };
}

/// The size of a type in bytes; 0 if the kernel lacks it.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_type_size {
    ($($type:tt)+) => { $crate::__core_marker!("type_size", $($type)+) };
}

/// Whether the type of the kernel has all members that the reference types have.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_type_matches {
    ($($type:tt)+) => { $crate::__core_marker!("type_matches", $($type)+) != 0 };
}

/// The id of a type in the BTF of the object.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_type_id_local {
    ($($type:tt)+) => { $crate::__core_marker!("type_id_local", $($type)+) };
}

/// The id of a type in the BTF of the kernel.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_type_id_kernel {
    ($($type:tt)+) => { $crate::__core_marker!("type_id_target", $($type)+) };
}

/// The kernel's value of an enumerator, sign-extended if it is signed: `core_enum_value!(pid_type, PIDTYPE_TGID) as u32`.
/// With the word `enum`, one that the bindings lack: `core_enum_value!(enum pid_type___new, PIDTYPE_NEW)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_enum_value {
    (enum $type:ident, $enumerator:ident) => { $crate::__core_marker!("enum_value", enum $type . $enumerator) };
    ($type:ident, $enumerator:ident) => {{
        const _: $crate::$type = $crate::$type::$enumerator;
        $crate::__core_marker!("enum_value", $type . $enumerator)
    }};
}

/// Whether the kernel has an enumerator: `core_enum_exists!(bpf_func_id, BPF_FUNC_loop)`, or one that
/// the bindings lack: `core_enum_exists!(enum bpf_func_id___new, BPF_FUNC_new)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! core_enum_exists {
    (enum $type:ident, $enumerator:ident) => { $crate::__core_marker!("enum_exists", enum $type . $enumerator) != 0 };
    ($type:ident, $enumerator:ident) => {{
        const _: $crate::$type = $crate::$type::$enumerator;
        $crate::__core_marker!("enum_exists", $type . $enumerator) != 0
    }};
}
