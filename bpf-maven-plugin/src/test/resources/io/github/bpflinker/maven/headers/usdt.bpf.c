// TYPES: uapi vmlinux
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#include <linux/ptrace.h>
#endif
#include <bpf/bpf_helpers.h>
#include <bpf/usdt.bpf.h>

char LICENSE[] SEC("license") = "GPL";

long sum, bytes, cookie, count;

SEC("usdt/./application:demo:request")
int BPF_USDT(on_request, int id, const char *path, unsigned long long length)
{
	char text[16] = {};

	if (path)
		bpf_probe_read_user_str(text, sizeof(text), path);
	sum += id + (long)length + text[0];
	cookie = bpf_usdt_cookie(ctx);
	return 0;
}

SEC("usdt")
int BPF_USDT(without_arguments)
{
	count++;
	return 0;
}

SEC("usdt")
int by_number(struct pt_regs *ctx)
{
	int n = bpf_usdt_arg_cnt(ctx);
	long value;

	for (int i = 0; i < BPF_USDT_MAX_ARG_CNT && i < n; i++) {
		if (!bpf_usdt_arg(ctx, i, &value))
			sum += value;
		bytes += bpf_usdt_arg_size(ctx, i);
	}
	return 0;
}

SEC("usdt")
int BPF_USDT(all_twelve, long a, long b, long c, long d, long e, long f, long g, long h, long i, long j, long k, long l)
{
	sum += a + b + c + d + e + f + g + h + i + j + k + l;
	return 0;
}
