// Debian's Rust, which has a core for BPF.
return new File('/usr/lib/rustlib/bpfel-unknown-none').isDirectory()
