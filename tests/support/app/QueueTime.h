// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace observo::test {

/// How long the calling thread has been ready to run while every processor did something else, as the kernel counts
/// it (second figure of /proc/thread-self/schedstat). Where the kernel does not tell, it is always 0.
class QueueTime {
public:
    /// Of the thread that makes it; any thread may ask.
    QueueTime();
    ~QueueTime();
    QueueTime(const QueueTime&) = delete;
    QueueTime& operator=(const QueueTime&) = delete;

    [[nodiscard]] double milliseconds() const;
    [[nodiscard]] bool isKnown() const { return m_file >= 0; }

private:
    int m_file;
};

} // namespace observo::test
