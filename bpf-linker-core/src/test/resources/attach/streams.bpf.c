#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

extern int bpf_stream_vprintk_impl(int stream, const char *format, const void *arguments, __u32 size,
				   void *program) __ksym __weak;

/* Its name since Linux 7.0. */
extern int bpf_stream_vprintk(int stream, const char *format, const void *arguments, __u32 size) __ksym __weak;

/* Lines that were written; the last argument is filled in by the kernel. */
__u64 written;

SEC("socket")
int says(void *ctx)
{
	static const char format[] = "number %llu\n";
	__u64 arguments[] = {written + 1};
	int stream = written == 2 ? 2 : 1;

	int error = 0;

	if (bpf_stream_vprintk)
		error = bpf_stream_vprintk(stream, format, arguments, sizeof(arguments));
	else if (bpf_stream_vprintk_impl)
		error = bpf_stream_vprintk_impl(stream, format, arguments, sizeof(arguments), 0);
	if (!error)
		written++;
	return -error;
}
