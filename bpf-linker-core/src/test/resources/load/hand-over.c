/*
 * Has libbpf load objects and prints what it hands to the kernel: maps, instructions of programs, BTF.
 *
 *     hand-over BTF OBJECT...
 *
 * BTF is the file that CO-RE relocations are computed against, or - for the running kernel's. Whether the kernel takes an
 * object does not matter: libbpf keeps what it made. Descriptors of maps are numbered by their first use.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

enum { MAPS = 4096, WIDE = 0x18, MAP_FD = 1, MAP_VALUE = 2, STRUCT_OPS = 26 };

static int descriptors[MAPS];
static int known;

static int silent(enum libbpf_print_level level, const char *format, va_list arguments)
{
    return 0;
}

static int number_of(int descriptor)
{
    int i;

    for (i = 0; i < known && descriptors[i] != descriptor; i++)
        ;
    if (i == known && known < MAPS)
        descriptors[known++] = descriptor;
    return i;
}

static void print_map(const struct bpf_map *map)
{
    int value = bpf_map__type(map) == STRUCT_OPS ? 0 : bpf_map__btf_value_type_id(map);

    printf("MAP %s type %u key %u value %u max %u flags %x extra %llx numa %u btf %u %u create %d pin %s\n",
           bpf_map__name(map), bpf_map__type(map), bpf_map__key_size(map), bpf_map__value_size(map),
           bpf_map__max_entries(map), bpf_map__map_flags(map), (unsigned long long)bpf_map__map_extra(map),
           bpf_map__numa_node(map), bpf_map__btf_key_type_id(map), value, bpf_map__autocreate(map),
           bpf_map__pin_path(map) ? "yes" : "no");
}

static void print_program(const struct bpf_program *program)
{
    const struct bpf_insn *code = bpf_program__insns(program);
    size_t count = bpf_program__insn_cnt(program);
    size_t i;

    printf("PROG %s type %d attach %d load %d\n", bpf_program__name(program), bpf_program__type(program),
           bpf_program__expected_attach_type(program), bpf_program__autoload(program));
    if (!bpf_program__autoload(program))
        return;
    printf("CODE");
    for (i = 0; i < count; i++) {
        struct bpf_insn unit = code[i];
        unsigned long long bits;

        if (unit.code == WIDE && (unit.src_reg == MAP_FD || unit.src_reg == MAP_VALUE))
            unit.imm = number_of(unit.imm);
        memcpy(&bits, &unit, sizeof bits);
        printf(" %016llx", bits);
        if (unit.code == WIDE && i + 1 < count) {
            memcpy(&bits, &code[++i], sizeof bits);
            printf(" %016llx", bits);
        }
    }
    printf("\n");
}

static void print_btf(const struct btf *btf)
{
    unsigned int size, i;
    const unsigned char *bytes = btf__raw_data(btf, &size);
    unsigned long long hash = 14695981039346656037ULL;

    for (i = 0; i < size; i++)
        hash = (hash ^ bytes[i]) * 1099511628211ULL;
    printf("BTF %u %016llx\n", size, hash);
}

int main(int argc, char **argv)
{
    LIBBPF_OPTS(bpf_object_open_opts, options);
    int i;

    libbpf_set_print(silent);
    if (argc > 1 && strcmp(argv[1], "-"))
        options.btf_custom_path = argv[1];
    for (i = 2; i < argc; i++) {
        struct bpf_object *object = bpf_object__open_file(argv[i], &options);
        struct bpf_program *program;
        struct bpf_map *map;

        if (!object)
            return 1;
        known = 0;
        bpf_object__load(object);
        bpf_object__for_each_map(map, object)
            print_map(map);
        bpf_object__for_each_program(program, object)
            print_program(program);
        if (bpf_object__btf(object))
            print_btf(bpf_object__btf(object));
        bpf_object__close(object);
    }
    return 0;
}
