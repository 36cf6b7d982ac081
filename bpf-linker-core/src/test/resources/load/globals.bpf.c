// Global data of each kind, with and without a suffix, static, hidden and weak.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int counter = 5;
static int quiet = 7;
long zeroed[4];
const volatile int limit = 10;
const char text[] = "text";
int special SEC(".data.special") = 3;
const int table[3] SEC(".rodata.table") = {1, 2, 3};
int spare SEC(".bss.spare");
__attribute__((visibility("hidden"))) int concealed SEC(".data.concealed") = 9;
__attribute__((weak)) int feeble = 11;

char LICENSE[] SEC("license") = "Dual MIT/GPL";
unsigned int VERSION SEC("version") = 0x060102;

SEC("raw_tp")
int uses(void *ctx)
{
    counter += quiet++ + limit + text[zeroed[1] & 3];
    zeroed[2] += special + table[zeroed[0] & 1] + feeble;
    spare = concealed;
    concealed = counter;
    bpf_printk("counter %d", counter);
    return special++;
}

SEC("?raw_tp")
int on_request(void *ctx)
{
    return feeble + limit;
}
