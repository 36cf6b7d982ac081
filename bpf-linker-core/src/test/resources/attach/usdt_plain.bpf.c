#define BPF_USDT_LIBBPF_1_6
#include "usdt_look.h"
