// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowCheck.h"
#include "files/InputText.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace observo::exchange {

/// The placemarks of a KML file as rows: simple data by name, and the point.
class KmlRows : public RowSource {
public:
    [[nodiscard]] static Result<KmlRows> open(const std::filesystem::path& file, std::vector<std::string> names);

    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    KmlRows(InputText in, std::vector<std::string> names)
        : m_in(std::move(in)), m_count(names.size()), m_places(std::move(names))
    {}
    /// Reads the text up to the next tag into m_text and the tag, without its brackets, into m_tag.
    [[nodiscard]] Done toTag();
    [[nodiscard]] Done entity();
    [[nodiscard]] Done placemark(ReadRow& row);
    [[nodiscard]] Done simpleData(ReadRow& row);
    [[nodiscard]] Done coordinates(ReadRow& row);

    InputText m_in;
    std::size_t m_count;
    ColumnPlaces m_places;
    std::string m_text;
    std::string m_tag;
    std::vector<bool> m_filled;
};

} // namespace observo::exchange
