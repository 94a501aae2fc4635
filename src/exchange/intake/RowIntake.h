// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "intake/Draft.h"
#include "intake/Matching.h"
#include "intake/Source.h"

#include "observo/core/ChangeSet.h"
#include "observo/core/Progress.h"
#include "observo/exchange/Import.h"
#include "observo/exchange/Receipt.h"
#include "observo/exchange/Review.h"

#include <optional>
#include <string>

namespace observo::exchange {

/// The changes that the rows of a source bring to a census, one row at a time; the receipt counts them as they go by.
class RowIntake : public ChangeSource {
public:
    struct Parts {
        Source& source; ///< already at its first row
        const DraftReader& reader;
        Matching& matching;
        Receipt& receipt;
        Doubts* doubts = nullptr; ///< takes what a person has to decide; null: it is counted only
    };
    struct Rules {
        OnMatch onMatch = OnMatch::Skip;
        std::string reason{}; ///< for the log
    };
    RowIntake(Parts parts, Rules rules, Progress progress);

    [[nodiscard]] std::string label() const override { return "Import"; }
    [[nodiscard]] std::string reason() const override { return m_rules.reason; }
    [[nodiscard]] Result<std::optional<Change>> next() override;

private:
    [[nodiscard]] Result<std::optional<Change>> decide(Draft draft);
    [[nodiscard]] std::optional<Change> decideMatch(const Draft& draft, const Match& match);
    [[nodiscard]] Change add(const Draft& draft);
    [[nodiscard]] Change addAnyway(Draft draft);
    void leaveToPerson(const Draft& draft, const Match& match, const Camera& after);
    void tell(const Draft& draft, const Remark& remark, std::string value = {});

    Parts m_parts;
    Rules m_rules;
    Progress m_progress;
    RowsSeen m_seen;
};

} // namespace observo::exchange
