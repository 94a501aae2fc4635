// SPDX-License-Identifier: GPL-3.0-or-later
#include "SessionBody.h"

#include <utility>

namespace observo::census {
namespace {

/// The beginning of a stream, taken out to see whether it is a large one.
struct Beginning {
    std::vector<Change> changes;
    bool isAll = false;
};

Result<Beginning> beginningOf(ChangeSource& source)
{
    Beginning beginning;
    while (beginning.changes.size() <= ChangeWriter::kKept) {
        auto change = source.next();
        if (!change) {
            return fail(change.error());
        }
        if (!*change) {
            beginning.isAll = true;
            break;
        }
        beginning.changes.push_back(std::move(**change));
    }
    return beginning;
}

/// Writes the rest of a stream change by change.
Done writeRest(ChangeSource& source, ChangeWriter& writer, const Progress& progress)
{
    const auto expected = source.expected();
    while (!progress.cancelled()) {
        auto change = source.next();
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
    return fail(ErrorCode::Cancelled, "cancelled", "nothing was changed");
}

} // namespace

Result<Committed> Session::perform(ChangeSource& changes, const Progress& progress)
{
    auto beginning = beginningOf(changes);
    if (!beginning) {
        return fail(beginning.error());
    }
    const Body::Wish wish{.label = changes.label(),
                          .reason = changes.reason(),
                          .isLarge = !beginning->isAll,
                          .progress = progress,
                          .canBeUndone = changes.canBeUndone()};
    return m_body->commit(wish, [&](ChangeWriter& writer) -> Done {
        for (const auto& change : beginning->changes) {
            if (auto written = writer.write(change); !written) {
                return written;
            }
        }
        beginning->changes.clear();
        return beginning->isAll ? done() : writeRest(changes, writer, progress);
    });
}

} // namespace observo::census
