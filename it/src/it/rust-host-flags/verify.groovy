def build = evaluate(new File(support, 'checks.groovy'))
build.says "flags for the host are omitted from its build for BPF: ", 1
build.says "-C target-cpu=native (from RUSTFLAGS)"
build.says "-C link-arg=-fuse-ld=mold (from RUSTFLAGS)"
build.says "-C target-feature=+avx2 (from [build] of $basedir/.cargo/config.toml)"
// What is not for the machine stays, wherever it comes from.
build.object 'probe', programs: ['by_the_crate', 'by_the_environment']
build.loads 'probe'
