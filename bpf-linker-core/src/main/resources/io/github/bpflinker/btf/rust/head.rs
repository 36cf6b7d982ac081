//! The types of a kernel for BPF programs, and what else programs use: macros for CO-RE, helper functions, maps. Written by
//! `bpf-linker btf-dump --format rust`; as crate `vmlinux`, for the target bpfel-unknown-none or bpfeb-unknown-none.
#![no_std]
#![allow(non_camel_case_types, non_snake_case, non_upper_case_globals, unused, improper_ctypes, clippy::all)]

pub use types::*;
