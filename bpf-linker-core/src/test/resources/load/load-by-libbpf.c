/*
 * Has libbpf load an object, and runs a command with the name and the id of each program while they are loaded.
 *
 *     load-by-libbpf SCRIPT OBJECT [TARGET]
 *
 * SCRIPT is run by sh. TARGET is an object to whose first program the programs are attached.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <bpf/bpf.h>
#include <bpf/libbpf.h>

enum { ARGUMENTS = 256, DIGITS = 16 };

static struct bpf_object *load(const char *file, const struct bpf_object *target)
{
    struct bpf_object *object = bpf_object__open_file(file, NULL);
    struct bpf_program *program;

    if (!object)
        exit(2);
    bpf_object__for_each_program(program, object) {
        if (target) {
            const struct bpf_program *first = bpf_object__next_program(target, NULL);

            if (bpf_program__set_attach_target(program, bpf_program__fd(first),
                                               strchr(bpf_program__section_name(program), '/') + 1))
                exit(3);
        }
    }
    if (bpf_object__load(object))
        exit(4);
    return object;
}

int main(int count, char **arguments)
{
    struct bpf_object *target = count > 3 ? load(arguments[3], NULL) : NULL;
    struct bpf_object *object = load(arguments[2], target);
    char *command[ARGUMENTS] = {"sh", "-c", arguments[1], "sh"};
    struct bpf_program *program;
    int length = 4, status = 0;

    bpf_object__for_each_program(program, object) {
        struct bpf_prog_info info = {0};
        __u32 size = sizeof info;

        if (bpf_program__fd(program) < 0 || length + 3 > ARGUMENTS)
            continue;
        if (bpf_obj_get_info_by_fd(bpf_program__fd(program), &info, &size))
            exit(5);
        command[length++] = (char *)bpf_program__name(program);
        command[length] = malloc(DIGITS);
        snprintf(command[length++], DIGITS, "%u", info.id);
    }
    command[length] = NULL;
    if (!fork()) {
        execvp("sh", command);
        _exit(127);
    }
    wait(&status);
    return status ? 6 : 0;
}
