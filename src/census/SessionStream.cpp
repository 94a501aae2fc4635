// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionBody.h"

#include <utility>

namespace observo::census {

Result<Committed> Session::perform(ChangeSource& changes, const Progress& progress)
{
    const auto expected = changes.expected();
    const auto work = [&](ChangeWriter& writer) -> Done {
        while (true) {
            if (progress.cancelled()) {
                return fail(ErrorCode::Cancelled, "cancelled");
            }
            auto change = changes.next();
            if (!change) {
                return fail(change.error());
            }
            if (!*change) {
                return done();
            }
            if (auto written = writer.write(**change); !written) {
                return written;
            }
            if (expected && *expected > 0) {
                progress.report(static_cast<double>(writer.count()) / static_cast<double>(*expected));
            }
        }
    };
    return m_body->commit({.label = changes.label(), .reason = changes.reason()}, work);
}

} // namespace observo::census
