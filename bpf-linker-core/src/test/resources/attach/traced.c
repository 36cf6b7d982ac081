/* A library with a tracepoint as sys/sdt.h makes them, written out: a nop, and a note that says where it is. */

unsigned short demo_step_semaphore __attribute__((section(".probes"), visibility("hidden")));

asm(".pushsection .stapsdt.base,\"aG\",\"progbits\",.stapsdt.base,comdat\n"
    ".weak _.stapsdt.base\n"
    ".hidden _.stapsdt.base\n"
    "_.stapsdt.base: .space 1\n"
    ".size _.stapsdt.base, 1\n"
    ".popsection\n");

__attribute__((noinline)) int step(int count, long total)
{
	asm volatile("1: nop\n"
		     ".pushsection .note.stapsdt,\"\",\"note\"\n"
		     ".balign 4\n"
		     ".4byte 3f - 2f, 5f - 4f, 3\n"
		     "2: .asciz \"stapsdt\"\n"
		     "3: .balign 4\n"
		     "4: .8byte 1b\n"
		     ".8byte _.stapsdt.base\n"
		     ".8byte demo_step_semaphore\n"
		     ".asciz \"demo\"\n"
		     ".asciz \"step\"\n"
		     ".asciz \"-4@%[count] 8@%[total] -2@%[constant]\"\n"
		     "5: .balign 4\n"
		     ".popsection\n"
		     :
		     : [count] "r"(count), [total] "r"(total), [constant] "i"(-7));
	return count + 1;
}

int listeners(void)
{
	return *(volatile unsigned short *)&demo_step_semaphore;
}
