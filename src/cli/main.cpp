// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"

#include "observo/cli/Run.h"

#include <sys/stat.h>

#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <vector>

int main(int argc, char** argv)
{
    ::umask(0077);                 // what the census holds is for its owner
    std::signal(SIGXFSZ, SIG_IGN); // a limit on the size of files is told like a full disk, it does not kill
    observo::cli::cancelOnInterrupt();
    std::ios::sync_with_stdio(false);
    const int status = observo::cli::run(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr,
                                         ::isatty(STDERR_FILENO) == 1);
    std::cout.flush();
    if (!std::cout) {
        std::cerr << "observo-cli: standard output could not be written, free some space and try again\n";
        return 6;
    }
    return status;
}
