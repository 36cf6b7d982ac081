__attribute__((section("socket"))) int probe(void *context)
{
    return 0;
}
