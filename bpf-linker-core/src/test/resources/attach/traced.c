/* A library with a tracepoint as sys/sdt.h makes them, written out: a nop, and a note that says where it is. */

unsigned short demo_step_semaphore __attribute__((section(".probes"), visibility("hidden")));

asm(".pushsection .stapsdt.base,\"aG\",\"progbits\",.stapsdt.base,comdat\n"
    ".weak _.stapsdt.base\n"
    ".hidden _.stapsdt.base\n"
    "_.stapsdt.base: .space 1\n"
    ".size _.stapsdt.base, 1\n"
    ".popsection\n");

#define TRACEPOINT(name, semaphore, arguments, ...) TRACEPOINTS("", "", name, semaphore, arguments, __VA_ARGS__)

#define TRACEPOINTS(before, after, name, semaphore, arguments, ...) \
	asm volatile(before "1: nop\n"                    \
		     ".pushsection .note.stapsdt,\"\",\"note\"\n" \
		     ".balign 4\n"                        \
		     ".4byte 3f - 2f, 5f - 4f, 3\n"       \
		     "2: .asciz \"stapsdt\"\n"            \
		     "3: .balign 4\n"                     \
		     "4: .8byte 1b\n"                     \
		     ".8byte _.stapsdt.base\n"            \
		     ".8byte " semaphore "\n"             \
		     ".asciz \"demo\"\n"                  \
		     ".asciz \"" name "\"\n"              \
		     ".asciz \"" arguments "\"\n"         \
		     "5: .balign 4\n"                     \
		     ".popsection\n" after                \
		     :                                    \
		     : __VA_ARGS__)

__attribute__((noinline)) int step(int count, long total)
{
	TRACEPOINT("step", "demo_step_semaphore", "-4@%[count] 8@%[total] -2@%[constant]", [count] "r"(count),
		   [total] "r"(total), [constant] "i"(-7));
	return count + 1;
}

/* The compiler leaves the elements where they are: at a distance, from a register and another one that is scaled. */
__attribute__((noinline)) int look(const int *numbers, long at, const signed char *bytes)
{
	TRACEPOINT("look", "0", "-4@%[number] -1@%[byte] 8@%[at]", [number] "m"(numbers[at + 1]), [byte] "m"(bytes[at]),
		   [at] "r"(at));
	return 0;
}

/* More places than there is room for descriptions, all with the same arguments. */
__attribute__((noinline)) int often(long turn)
{
	TRACEPOINTS(".rept 300\n", ".endr\n", "often", "0", "8@%[turn]", [turn] "r"(turn));
	return 0;
}

int listeners(void)
{
	return *(volatile unsigned short *)&demo_step_semaphore;
}
