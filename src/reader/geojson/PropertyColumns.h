// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "text/TextDecoder.h"

#include "observo/feed/FileInfo.h"
#include "observo/feed/Row.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace observo::reader {

/// The columns that the properties of a file's features make: every feature is looked at once, because any of them may
/// bring a new name or another type. Then values are taken by name.
class PropertyColumns {
public:
    /// Looks at the properties of one feature; false when they are no object or there are more than 5000 names.
    [[nodiscard]] bool look(std::string_view properties);
    /// Whole numbers where all values are, real ones where some are not; days, instants, truths and structures where
    /// all values are; else text.
    [[nodiscard]] std::vector<feed::Column> columns() const;

    /// Puts the values of one feature into the row: column i goes to place `targets[i]`, or nowhere when that is -1.
    void take(std::string_view properties, const std::vector<int>& targets, TextDecoder& decoder, feed::Row& row);

private:
    /// A name and the kinds of values it came with, as bits.
    struct Seen {
        std::string name;
        unsigned kinds = 0;
    };
    [[nodiscard]] std::size_t indexOf(const std::string& name, std::size_t expected);

    std::vector<Seen> m_seen;
    std::map<std::string, std::size_t, std::less<>> m_indices;
    std::string m_key;
    std::string m_text;
};

} // namespace observo::reader
