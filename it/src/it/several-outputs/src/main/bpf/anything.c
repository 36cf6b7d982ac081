__attribute__((section("socket"))) int only(unsigned *context)
{
    return context[0] > context[1];
}

__attribute__((section("socket"))) int hidden(unsigned *context)
{
    return 0;
}
