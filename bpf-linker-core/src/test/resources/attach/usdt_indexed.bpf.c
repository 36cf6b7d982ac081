#include "usdt_look.h"
