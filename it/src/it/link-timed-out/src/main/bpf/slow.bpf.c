#define SEC(name) __attribute__((section(name), used))

/* Unrolling this takes LLVM more than a minute. */
SEC("socket")
int slow(void *ctx)
{
	unsigned long sum = (unsigned long)ctx;

	for (int i = 0; i < 60000; i++)
		sum = (sum << 1 ^ sum >> 3) + (sum & i);
	return (int)sum;
}
