#!/bin/sh
# Installs with apt what the tests need and the machine lacks. Where all of it is there, this takes milliseconds. Where
# it can't install, it says what is missing and succeeds: the tests in question then fail by name.

# A file and the Debian package that brings it; the same list as in Tool.java, which a test compares with this one.
multiarch=$(uname -m)-linux-gnu
missing=
while read -r file package; do
    [ -e "$file" ] || missing="$missing $package"
done <<END
/usr/bin/clang-14 clang-14
/usr/bin/clang-16 clang-16
/usr/bin/clang-19 clang-19
/usr/bin/clang-22 clang-22
/usr/lib/llvm-22/bin/llvm-as llvm-22
/usr/lib/llvm-22/bin/FileCheck llvm-22-tools
/usr/lib/$multiarch/libLLVM-14.so.1 libllvm14
/usr/lib/$multiarch/libLLVM-16.so.1 libllvm16
/usr/lib/$multiarch/libLLVM.so.19.1 libllvm19
/usr/lib/$multiarch/libLLVM.so.22.1 libllvm22
/usr/bin/rustc rustc-web
/usr/lib/rustlib/bpfel-unknown-none/lib libstd-rust-web-dev-bpf
/usr/bin/cargo cargo-web
/usr/sbin/bpftool bpftool
/usr/include/bpf/bpf_helpers.h libbpf-dev
/usr/bin/ld binutils
/usr/sbin/ip iproute2
/usr/bin/qemu-system-x86_64 qemu-system-x86
/bin/busybox busybox-static
END

say() {
    echo "toolchain: $*"
}

if [ "$(id -u)" = 0 ] && [ -d /sys/fs/bpf ] && ! grep -qs ' /sys/fs/bpf bpf ' /proc/mounts; then
    mount -t bpf bpf /sys/fs/bpf 2>/dev/null && say "mounted the bpf file system at /sys/fs/bpf"
fi

[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    say "no apt-get here; install by hand what these Debian packages hold:$missing"
    exit 0
fi
if [ "$(id -u)" != 0 ]; then
    say "not root; run: sudo apt-get update && sudo apt-get install -y --no-install-recommends$missing"
    exit 0
fi

export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
say "installing$missing"
if ! apt-get update >"$log" 2>&1 </dev/null; then
    tail -n 5 "$log"
    say "apt-get update failed, see above; trying to install nevertheless"
fi

known=
for package in $missing; do
    if apt-cache show "$package" >/dev/null 2>&1; then
        known="$known $package"
    else
        say "apt knows no package $package here; tests that need it will fail"
    fi
done
# shellcheck disable=SC2086
if [ -n "$known" ] && ! apt-get install -y --no-install-recommends $known >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log"
    say "apt-get install failed, see above; tests that need these packages will fail"
fi
exit 0
