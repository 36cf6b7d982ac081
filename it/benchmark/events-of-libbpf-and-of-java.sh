#!/usr/bin/env bash
# Compares reading events and maps: libbpf in C against this library, in turns. A socket filter writes 64-byte events into a
# ring buffer of 64 MB as fast as test runs go; both consumers pause 1 ms after each wake-up. Then a hash of 1,000,000 entries
# is read by key and in batches (in Java as a java.util.Map). Prints the median of the rounds. Needs root, clang-19, gcc,
# libbpf-dev (with libelf-dev, zlib1g-dev) and the distribution that `mvn -B package -DskipTests` makes.
#
#     it/benchmark/events-of-libbpf-and-of-java.sh [ROUNDS] [EVENTS]
set -euo pipefail

rounds=${1:-5}
events=${2:-10000000}
here=$(cd "$(dirname "$0")" && pwd)
classes=${BPF_LINKER_CLASSES:-${BPF_LINKER_HOME:-$here/../../bpf-linker-core/target/bpf-linker}/lib/*}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >emit.bpf.c <<'END'
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
struct event { unsigned long long number; char rest[56]; };
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 1 << 26); } ring SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 2); __type(key, unsigned); __type(value, unsigned long long); } counts SEC(".maps");
struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 1000000); __type(key, unsigned); __type(value, unsigned long long); } entries SEC(".maps");
SEC("socket") int emit(void *context) {
    unsigned first = 0, second = 1;
    unsigned long long *number = bpf_map_lookup_elem(&counts, &first), *lost = bpf_map_lookup_elem(&counts, &second);
    if (!number || !lost) return 0;
    struct event *event = bpf_ringbuf_reserve(&ring, sizeof(*event), 0);
    if (event) {
        event->number = *number;
        bpf_ringbuf_submit(event, 0);
        *number += 1;
    } else {
        *lost += 1;
    }
    return 0;
}
char _license[] SEC("license") = "GPL";
END
clang=$(command -v clang-19 || command -v clang)
"$clang" --target=bpf -O2 -g "-I/usr/include/$(uname -m)-linux-gnu" -c emit.bpf.c -o emit.bpf.o
gcc -O2 "$here/events.c" -o events -lbpf -lpthread
javac -cp "$classes" -d . "$here/Events.java"

for round in $(seq "$rounds"); do
    ./events emit.bpf.o "$events" | sed 's/^/libbpf /'
    java -XX:+UseSerialGC -cp "$classes:." -Djna.tmpdir="$folder" Events emit.bpf.o "$events" | sed 's/^/java /'
done | sort -k1,2 -k3,3n | awk '
    { figures[$2 " " $1, ++count[$2 " " $1]] = $3 }
    END {
        for (key in count) printf "%-46s %14s\n", key, figures[key, int((count[key] + 1) / 2)]
    }' | sort
