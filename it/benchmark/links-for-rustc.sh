#!/usr/bin/env bash
# Times the last step of rustc for a small BPF program, with core and compiler_builtins: the command as it is, which links
# only what is needed, and with --whole-archive, as linkers do that link everything first; bpf-linker of aya too, if it is
# on the PATH. Prints milliseconds of wall time, the start of the process included. Needs a rustc with a core for BPF and
# the distribution that `mvn -B package -DskipTests` makes.
#
#     it/benchmark/links-for-rustc.sh [ROUNDS]
set -euo pipefail

rounds=${1:-5}
linker=$(cd "$(dirname "$0")/../../bpf-linker-core/target/bpf-linker/bin" && pwd)/bpf-linker
rustc=${RUSTC:-/usr/bin/rustc}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >program.rs <<'END'
#![no_std]
#![no_main]

static NAMES: [u64; 4] = [3, 5, 7, 11];

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn program(context: *const u32) -> u32 {
    let interface = unsafe { *context.add(3) } as usize;
    NAMES[interface] as u32 & 3
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
END

# Keeps what rustc gives its linker, and then does it.
cat >keep <<END
#!/usr/bin/env bash
mkdir inputs
arguments=()
for argument do
    if [ -f "\$argument" ]; then
        copy=inputs/\${#arguments[@]}-\${argument##*/}
        cp "\$argument" "\$copy"
        argument=\$copy
    fi
    arguments+=("\$argument")
done
printf '%s\n' "\${arguments[@]}" >arguments
exec "$linker" "\$@"
END
chmod +x keep
"$rustc" --target bpfel-unknown-none -O -C debuginfo=2 -C panic=abort -C linker=./keep -C link-arg=--btf -o program.o program.rs
mapfile -t arguments <arguments

milliseconds() {
    local start end
    start=$(date +%s%N)
    "$@" >/dev/null 2>&1
    end=$(date +%s%N)
    echo $(((end - start) / 1000000))
}

for round in $(seq "$rounds"); do
    line="round $round: needed only $(milliseconds "$linker" "${arguments[@]}") ms"
    line+=", everything $(milliseconds "$linker" "${arguments[@]}" --whole-archive) ms"
    if command -v bpf-linker >/dev/null; then
        line+=", bpf-linker $(milliseconds bpf-linker "${arguments[@]}") ms"
    fi
    echo "$line"
done
