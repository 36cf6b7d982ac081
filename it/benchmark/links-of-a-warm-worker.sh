#!/usr/bin/env bash
# Times the links of 20 C objects of two files each, in all: one warm worker of this linker against LLVM 22's own tools
# (llvm-link, opt -O2 and llc in a pipe). Prints milliseconds of wall time. Needs clang-22, llvm-22 and the distribution
# that `mvn -B package -DskipTests` makes.
#
#     it/benchmark/links-of-a-warm-worker.sh [ROUNDS]
set -euo pipefail

rounds=${1:-5}
linker=$(cd "$(dirname "$0")/../../bpf-linker-core/target/bpf-linker/bin" && pwd)/bpf-linker
tools=/usr/lib/llvm-22/bin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

for i in $(seq 20); do
    cat >"main$i.c" <<END
#define SEC(name) __attribute__((section(name), used))
struct { int (*type)[1]; unsigned *key; unsigned long long *value; int (*max_entries)[16]; } counts$i SEC(".maps");
static void *(*lookup)(void *, void *) = (void *)1;
int help$i(unsigned char *from, int n);
SEC("xdp") int program$i(unsigned *context) {
    unsigned char bytes[64];
    for (int i = 0; i < 64; i++)
        bytes[i] = context[3] * i + $i;
    unsigned key = help$i(bytes, context[4] & 63) & 15;
    unsigned long long *count = lookup(&counts$i, &key);
    if (count)
        __sync_fetch_and_add(count, 1);
    return 2;
}
char license$i[] SEC("license") = "GPL";
END
    cat >"help$i.c" <<END
__attribute__((noinline)) int help$i(unsigned char *from, int n) {
    int sum = $i;
    for (int i = 0; i < n; i++)
        sum = sum * 31 + from[i];
    return sum;
}
END
    for part in main help; do
        clang-22 -target bpfel -O2 -g -emit-llvm -c "$part$i.c" -o "$part$i.bc"
    done
done

now() {
    echo $(($(date +%s%N) / 1000000))
}

with_tools() {
    for i in $(seq 20); do
        "$tools/llvm-link" "main$i.bc" "help$i.bc" -o - | "$tools/opt" -O2 -o - | "$tools/llc" -march=bpfel -filetype=obj -o "tools$i.o"
    done
}

coproc WORKER { exec "$linker" --persistent_worker 2>worker.log; }

with_worker() {
    local answer
    for i in $(seq 20); do
        echo "{\"arguments\":[\"--btf\",\"-o\",\"worker$i.o\",\"main$i.bc\",\"help$i.bc\"],\"requestId\":$i}" >&"${WORKER[1]}"
        read -r answer <&"${WORKER[0]}"
        case $answer in
            *'"exitCode":0'*) ;;
            *)
                echo "link $i failed: $answer" >&2
                exit 1
                ;;
        esac
    done
}

with_worker
for round in $(seq "$rounds"); do
    start=$(now)
    with_tools
    middle=$(now)
    with_worker
    end=$(now)
    echo "round $round: llvm-link | opt | llc $((middle - start)) ms, warm worker $((end - middle)) ms"
done
eval "exec ${WORKER[1]}>&-"
wait "$WORKER_PID" 2>/dev/null || true
