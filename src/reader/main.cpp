// SPDX-License-Identifier: GPL-3.0-or-later
#include "Run.h"

#include <unistd.h>

int main()
{
    // Without destructors of libraries: all has been said, and a hostile file may have left them anything.
    ::_exit(observo::reader::run(STDIN_FILENO, STDOUT_FILENO));
}
