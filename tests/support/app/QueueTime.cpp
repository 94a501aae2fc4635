// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/QueueTime.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>

namespace observo::test {

QueueTime::QueueTime() : m_file(::open("/proc/thread-self/schedstat", O_RDONLY | O_CLOEXEC)) {}

QueueTime::~QueueTime()
{
    if (m_file >= 0) {
        ::close(m_file);
    }
}

double QueueTime::milliseconds() const
{
    std::array<char, 96> text{};
    if (m_file < 0 || ::pread(m_file, text.data(), text.size() - 1, 0) <= 0) {
        return 0.0;
    }
    unsigned long long running = 0;
    unsigned long long queued = 0;
    return std::sscanf(text.data(), "%llu %llu", &running, &queued) == 2 ? static_cast<double>(queued) / 1e6 : 0.0;
}

} // namespace observo::test
