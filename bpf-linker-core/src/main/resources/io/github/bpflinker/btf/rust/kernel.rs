/// The address of a variable of the kernel, of which the type is not known: `ksym_address!(__init_begin)`.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! ksym_address {
    ($name:ident) => {{
        extern "C" {
            #[link_name = concat!("__bpf_ksym.", stringify!($name), ":void")]
            static VARIABLE: u8;
        }
        &raw const VARIABLE as *const ::core::ffi::c_void
    }};
}

/// The address of a variable of the kernel with its type: `ksym_variable!(bpf_prog_active: i32)`; one for each CPU is
/// read with `bpf_per_cpu_ptr`. With `weak`, the address is null where the kernel lacks it.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! ksym_variable {
    (weak $name:ident: $type:ty) => { $crate::ksym_variable!(@named "__bpf_ksym.weak.", $name, $type) };
    ($name:ident: $type:ty) => { $crate::ksym_variable!(@named "__bpf_ksym.", $name, $type) };
    (@named $prefix:literal, $name:ident, $type:ty) => {{
        extern "C" {
            #[link_name = concat!($prefix, stringify!($name))]
            static VARIABLE: $type;
        }
        &raw const VARIABLE
    }};
}

/// Whether the kernel has a function or variable: `ksym_exists!(bpf_task_from_pid)`. The object loads where it does not.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! ksym_exists {
    ($name:ident) => {{
        extern "C" {
            #[link_name = concat!("__bpf_ksym_exists.", stringify!($name))]
            fn marker() -> u64;
        }
        (unsafe { marker() }) != 0
    }};
}

/// Declares functions of the kernel; the linker compares them with the kernel's:
///
/// ```text
/// kernel_functions! {
///     fn bpf_task_from_pid(pid: i32) -> *mut task_struct;
///     weak fn bpf_task_release(task: *mut task_struct);
/// }
/// ```
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! kernel_functions {
    () => {};
    (weak fn $name:ident($($parameter:ident: $type:ty),* $(,)?) $(-> $result:ty)?; $($rest:tt)*) => {
        extern "C" {
            #[link_name = concat!("__bpf_ksym.weak.", stringify!($name))]
            fn $name($($parameter: $type),*) $(-> $result)?;
        }
        $crate::kernel_functions! { $($rest)* }
    };
    (fn $name:ident($($parameter:ident: $type:ty),* $(,)?) $(-> $result:ty)?; $($rest:tt)*) => {
        extern "C" {
            #[link_name = concat!("__bpf_ksym.", stringify!($name))]
            fn $name($($parameter: $type),*) $(-> $result)?;
        }
        $crate::kernel_functions! { $($rest)* }
    };
}

/// A value of the kernel's configuration: `kconfig!(CONFIG_HZ: i32)`, `kconfig!(weak CONFIG_CC_VERSION_TEXT: char[64])`.
///
/// Types are numbers, `bool`, `tristate` (n 0, y 1, m 2), `char` and `char[N]`. Without `weak`, the object does not load
/// where the kernel lacks the value; with it, the value is 0.
#[macro_export]
#[collapse_debuginfo(yes)]
macro_rules! kconfig {
    (weak $name:ident: $($type:tt)+) => { $crate::kconfig!(@type "__bpf_kconfig.weak.", $name, $($type)+) };
    (@type $prefix:literal, $name:ident, tristate) => { $crate::kconfig!(@read $prefix, $name, u32, tristate) };
    (@type $prefix:literal, $name:ident, char) => { $crate::kconfig!(@read $prefix, $name, u8, char) };
    (@type $prefix:literal, $name:ident, char[$length:literal]) => {
        $crate::kconfig!(@read $prefix, $name, [u8; $length], char[$length])
    };
    (@type $prefix:literal, $name:ident, $type:ident) => { $crate::kconfig!(@read $prefix, $name, $type, $type) };
    (@read $prefix:literal, $name:ident, $type:ty, $($said:tt)+) => {{
        extern "C" {
            #[link_name = concat!($prefix, stringify!($name), ":", $(stringify!($said)),+)]
            static VALUE: $type;
        }
        unsafe { VALUE }
    }};
    ($name:ident: $($type:tt)+) => { $crate::kconfig!(@type "__bpf_kconfig.", $name, $($type)+) };
}
