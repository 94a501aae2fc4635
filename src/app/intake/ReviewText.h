// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/IntakeText.h"

#include "observo/exchange/Review.h"

#include <QString>

#include <cstddef>
#include <string>
#include <vector>

namespace observo::app {

// The words of the review of doubts.

/// One line of the comparison: a field, and what both sides and the common origin say of it.
struct ReviewLine {
    std::string field;
    bool differs = false;
    QString mine;
    QString theirs;
    QString base;
};

/// The fields that differ first, then (when wanted) those that are equal and known.
[[nodiscard]] std::vector<ReviewLine> linesOf(const exchange::Doubt& doubt, bool withEqual);
/// The two compared records; nothing where a side has none.
[[nodiscard]] const Record* mineOf(const exchange::Doubt& doubt);
[[nodiscard]] const Record* theirsOf(const exchange::Doubt& doubt);

/// "Perhaps the same camera", "Changed on both sides": what is asked.
[[nodiscard]] QString questionText(const exchange::Doubt& doubt);
/// What an answer is called for this doubt, with its key; empty when it is none.
[[nodiscard]] QString answerText(const exchange::Doubt& doubt, exchange::Answer::Kind kind);
/// "4.2 m to the north-east", from mine to theirs; empty when either has no place.
[[nodiscard]] QString apartText(const exchange::Doubt& doubt);
/// Where a record is; nothing when it has no place.
[[nodiscard]] std::optional<LonLat> placeOf(const Record* record);

} // namespace observo::app
