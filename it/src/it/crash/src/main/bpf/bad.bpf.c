/* LLVM 20 has no code for this and aborts. */
__attribute__((section("socket"))) long bad(int *context)
{
    __builtin_va_list arguments = *(__builtin_va_list *)(context + 4);

    return __builtin_va_arg(arguments, long);
}
