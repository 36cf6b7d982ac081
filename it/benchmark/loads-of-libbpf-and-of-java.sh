#!/usr/bin/env bash
# Times loading: open, load and close by libbpf in C against this library, from the bytes of the object and from a ready
# plan, in turns, and prints microseconds of CPU time per load (the median of the rounds) and the ratios. Objects: one program without
# CO-RE; the same with 100 CO-RE relocations. Then the cold start: the kernel's types, and `bpf-linker load` in CPU seconds.
# Needs root, clang-19, gcc, libbpf-dev (with libelf-dev, zlib1g-dev) and the distribution that `mvn -B package -DskipTests`
# makes.
#
#     it/benchmark/loads-of-libbpf-and-of-java.sh [ROUNDS] [LOADS]
set -euo pipefail

rounds=${1:-5}
loads=${2:-200}
here=$(cd "$(dirname "$0")" && pwd)
distribution=${BPF_LINKER_HOME:-$here/../../bpf-linker-core/target/bpf-linker}
classes=${BPF_LINKER_CLASSES:-$distribution/lib/*}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

headers=/usr/include/$(uname -m)-linux-gnu
cat >plain.bpf.c <<'END'
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
SEC("raw_tp/sched_switch") int program(void *context) { return 0; }
char _license[] SEC("license") = "GPL";
END
{
    cat <<'END'
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct task_struct { int pid; int tgid; struct task_struct *parent; int exit_code; unsigned flags; } __attribute__((preserve_access_index));
SEC("tp_btf/sched_switch") int program(unsigned long long *context) {
    volatile struct task_struct *task = (void *)context[1];
    long sum = 0;
END
    for i in $(seq 25); do
        echo "    sum += task->pid + task->tgid + task->exit_code + task->flags;"
    done
    echo '    return sum & 1; }'
    echo 'char _license[] SEC("license") = "GPL";'
} >core.bpf.c
for object in plain core; do
    clang-19 --target=bpf -O2 -g "-I$headers" -c "$object.bpf.c" -o "$object.bpf.o"
done
gcc -O2 "$here/loads.c" -o loads -lbpf
javac -cp "$classes" -d . "$here/Loads.java"

java=(java -cp "$classes:." -Djna.tmpdir="$folder" Loads)
for object in plain core; do
    for round in $(seq "$rounds"); do
        echo "$object libbpf $(./loads "$object.bpf.o" "$loads")"
        "${java[@]}" "$object.bpf.o" "$loads" | sed "s/^/$object /"
    done
done | sort -k1,2 -k3,3n | awk '
    { key = $1 " " $2; times[key, ++count[key]] = $3 }
    END {
        for (key in count) median[key] = times[key, int((count[key] + 1) / 2)]
        for (key in count) {
            split(key, part, " ")
            printf "%-6s %-8s %8.1f us a load, %5.2f times libbpf\n", part[1], part[2], median[key], median[key] / median[part[1] " libbpf"]
        }
    }' | sort

for round in $(seq "$rounds"); do
    echo "the kernel's types, cold: $("${java[@]}" types)"
done
if [ -x "$distribution/bin/bpf-linker" ]; then
    TIMEFORMAT='bpf-linker load, cold: %U s user, %S s system'
    time "$distribution/bin/bpf-linker" load core.bpf.o >/dev/null
fi
