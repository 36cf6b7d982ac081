__attribute__((section("socket"))) int fine(int *context)
{
    return 0;
}
