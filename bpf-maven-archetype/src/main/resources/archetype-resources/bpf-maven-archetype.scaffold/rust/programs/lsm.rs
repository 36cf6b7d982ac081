//! Counts opened files by file system, whose number is that of `stat`.
#![no_std]
#![no_main]

use vmlinux::*;

bpf_license!("Dual MIT/GPL");

bpf_map! {
    static COUNTS: maps::Hash<u32, u64, 1024>;
}

bpf_program! {
    "lsm/file_open"
    fn count_opens(opened: *const file) -> i32 {
        COUNTS.count(&core_deref!(file: opened, f_inode->i_sb->s_dev));
        0 // allowed
    }
}
