// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RowCheck.h"
#include "files/XmlScanner.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace observo::exchange {

/// The placemarks of a KML file as rows: simple data by name, and the point.
class KmlRows : public RowSource {
public:
    [[nodiscard]] static Result<KmlRows> open(const std::filesystem::path& file, std::vector<std::string> names);

    [[nodiscard]] Result<bool> next(ReadRow& row) override;

private:
    KmlRows(InputText in, std::vector<std::string> names)
        : m_xml(std::move(in)), m_count(names.size()), m_places(std::move(names))
    {}
    [[nodiscard]] Done placemark(ReadRow& row);
    [[nodiscard]] Done simpleData(ReadRow& row);
    [[nodiscard]] Done coordinates(ReadRow& row);

    XmlScanner m_xml;
    std::size_t m_count;
    ColumnPlaces m_places;
    std::vector<bool> m_filled;
};

} // namespace observo::exchange
