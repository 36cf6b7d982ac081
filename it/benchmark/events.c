/* Reads as many events as asked for while a program writes them, then a map: by key, in batches, with libbpf. Prints the name
 * of each measurement and its figure. */
#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { ENTRIES = 1000000, BATCH = 16384 };

static struct bpf_object *object;
static int events;
static volatile int done;
static unsigned long long next, wrong;

static double now(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

static int descriptor(const char *map) {
    return bpf_object__find_map_fd_by_name(object, map);
}

static int take(void *context, void *data, size_t size) {
    if (*(unsigned long long *)data != next++)
        wrong++;
    return 0;
}

static void *produce(void *unused) {
    char packet[64] = {0};
    LIBBPF_OPTS(bpf_test_run_opts, run, .data_in = packet, .data_size_in = sizeof(packet), .repeat = events);
    struct bpf_program *program = bpf_object__find_program_by_name(object, "emit");
    if (bpf_prog_test_run_opts(bpf_program__fd(program), &run))
        perror("run");
    done = 1;
    return NULL;
}

static void consume(int count) {
    unsigned key = 0, second = 1;
    unsigned long long zero = 0;
    events = count;
    done = 0;
    next = wrong = 0;
    bpf_map_update_elem(descriptor("counts"), &key, &zero, 0);
    bpf_map_update_elem(descriptor("counts"), &second, &zero, 0);
    struct ring_buffer *ring = ring_buffer__new(descriptor("ring"), take, NULL, NULL);
    double cpu = now(CLOCK_THREAD_CPUTIME_ID), start = now(CLOCK_MONOTONIC);
    pthread_t thread;
    pthread_create(&thread, NULL, produce, NULL);
    while (!done) {
        if (ring_buffer__poll(ring, 10) > 0)
            usleep(1000);
    }
    ring_buffer__consume(ring);
    double seconds = (now(CLOCK_MONOTONIC) - start) / 1e9;
    cpu = now(CLOCK_THREAD_CPUTIME_ID) - cpu;
    pthread_join(thread, NULL);
    ring_buffer__free(ring);
    unsigned long long lost = 0;
    bpf_map_lookup_elem(descriptor("counts"), &second, &lost);
    if (count > 1000000) {
        printf("events_per_second %.0f\n", count / seconds);
        printf("consumer_ns_per_event %.1f\n", cpu / count);
        printf("events_missing_or_out_of_order %llu\n", wrong + lost);
    }
}

static void maps(void) {
    int map = descriptor("entries");
    unsigned *keys = malloc(ENTRIES * sizeof(*keys));
    unsigned long long *values = malloc(ENTRIES * sizeof(*values));
    for (unsigned i = 0; i < ENTRIES; i++) {
        keys[i] = i;
        values[i] = i;
    }
    unsigned count = ENTRIES;
    if (bpf_map_update_batch(map, keys, values, &count, NULL))
        perror("update");
    double start = now(CLOCK_MONOTONIC);
    for (unsigned i = 0; i < ENTRIES; i++) {
        unsigned long long value;
        if (bpf_map_lookup_elem(map, &i, &value) || value != i)
            exit(1);
    }
    printf("lookup_ns %.1f\n", (now(CLOCK_MONOTONIC) - start) / ENTRIES);
    start = now(CLOCK_MONOTONIC);
    unsigned long long sum = 0;
    unsigned place;
    int first = 1, answer = 0;
    while (!answer) {
        count = BATCH;
        answer = bpf_map_lookup_batch(map, first ? NULL : &place, &place, keys, values, &count, NULL);
        first = 0;
        if (answer && errno != ENOENT)
            exit(1);
        for (unsigned i = 0; i < count; i++)
            sum += values[i] - keys[i] + 1;
    }
    if (sum != ENTRIES)
        exit(1);
    printf("batch_iteration_ns_per_entry %.1f\n", (now(CLOCK_MONOTONIC) - start) / ENTRIES);
}

int main(int count, char **arguments) {
    object = bpf_object__open_file(arguments[1], NULL);
    if (!object || bpf_object__load(object))
        return 1;
    consume(1000000);
    consume(atoi(arguments[2]));
    maps();
    return 0;
}
