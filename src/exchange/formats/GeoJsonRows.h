// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowCheck.h"
#include "formats/JsonScanner.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// The features of a GeoJSON collection as rows.
class GeoJsonRows : public RowSource {
public:
    /// Opens the collection and reads up to its first feature. `names` are the properties wanted, in order.
    [[nodiscard]] static Result<GeoJsonRows> open(const std::filesystem::path& file, std::vector<std::string> names);

    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    GeoJsonRows(InputText in, std::vector<std::string> names)
        : m_json(std::move(in)), m_count(names.size()), m_places(std::move(names))
    {}
    [[nodiscard]] Done toFeatures();
    [[nodiscard]] Result<bool> atEnd();
    [[nodiscard]] Done feature(ReadRow& row);
    [[nodiscard]] Done geometry(ReadRow& row);
    [[nodiscard]] Done coordinates(ReadRow& row);
    [[nodiscard]] Done properties(ReadRow& row);
    /// Reads the members of an object: each key goes to `take`, which reads its value.
    template <typename Take>
    [[nodiscard]] Done members(Take take);

    JsonScanner m_json;
    std::size_t m_count;
    ColumnPlaces m_places;
    std::string m_key;
    std::vector<bool> m_filled;
    bool m_isFirst = true;
};

} // namespace observo::exchange
