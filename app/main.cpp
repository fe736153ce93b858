// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_module.h"

int main()
{
    digitpad::chooseBlasKernel();
    return 0;
}
