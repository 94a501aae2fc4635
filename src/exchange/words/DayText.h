// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace observo::exchange {

/// What comes first in "05/06/2019".
enum class DayOrder { DayFirst, MonthFirst };

/// A day as it was understood.
struct ReadDay {
    std::string iso;          ///< "2019-06-05"
    bool isAmbiguous = false; ///< day and month could change places
    bool isSerial = false;    ///< a spreadsheet's count of days
};

/// ISO, "5/6/2019", "05.06.19", "20190605", "5 giugno 2019", "June 5, 2019", with or without a time behind. Nothing
/// when it is no day; a year alone is none.
[[nodiscard]] std::optional<ReadDay> dayIn(std::string_view text, DayOrder order);

/// Which order the values of one column speak for.
class DayEvidence {
public:
    void look(std::string_view text);
    /// Day first unless only the other order fits.
    [[nodiscard]] DayOrder order() const;
    /// True when some value fits one order alone, so that the others need no warning.
    [[nodiscard]] bool isSure() const { return (m_dayFirst > 0) != (m_monthFirst > 0); }

private:
    std::int64_t m_dayFirst = 0;
    std::int64_t m_monthFirst = 0;
};

} // namespace observo::exchange
