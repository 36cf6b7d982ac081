/* LLVM 20 has no code for this and aborts. */
__attribute__((section("socket"))) int bad(int *context)
{
    static void *labels[] = {&&one, &&two};

    goto *labels[*context & 1];
one:
    return 1;
two:
    return 2;
}
