// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace observo {

/// How far a long function is, and whether its caller still wants the answer. Copies and parts share one
/// cancel flag. Safe to use from the thread that works while another one cancels.
class Progress {
public:
    using Listener = std::function<void(double share)>;

    /// A progress that nobody watches and nobody cancels.
    Progress();
    explicit Progress(Listener listener);

    /// Share of the whole work, 0 to 1. Values outside are clamped.
    void report(double share) const;
    [[nodiscard]] bool cancelled() const;
    void cancel() const;

    /// A progress whose 0..1 is `from`..`to` of this one.
    [[nodiscard]] Progress part(double from, double to) const;

private:
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::shared_ptr<const Listener> m_listener;
    double m_from = 0.0;
    double m_to = 1.0;
};

} // namespace observo
