#include "limit.h"

unsigned limit(unsigned length)
{
    return length > 128 ? 128 : length;
}
