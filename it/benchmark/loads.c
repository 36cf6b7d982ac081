/* Opens, loads and closes an object as often as asked for, with libbpf; prints the microseconds of CPU time that each took. */
#include <bpf/libbpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e6 + time.tv_nsec / 1e3;
}

static void load(const char *file) {
    struct bpf_object *object = bpf_object__open_file(file, NULL);
    if (!object || bpf_object__load(object)) {
        fprintf(stderr, "%s: not loaded\n", file);
        exit(1);
    }
    bpf_object__close(object);
}

int main(int count, char **arguments) {
    int loads = count > 2 ? atoi(arguments[2]) : 100;
    load(arguments[1]);
    double start = now();
    for (int i = 0; i < loads; i++)
        load(arguments[1]);
    printf("%.1f\n", (now() - start) / loads);
    return 0;
}
