#include "verdict.h"

int verdict(void)
{
    return 2;
}
