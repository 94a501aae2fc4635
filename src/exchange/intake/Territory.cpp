// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/Territory.h"

#include "words/NumberText.h"
#include "words/Table.h"

#include <charconv>

namespace observo::exchange {
namespace {

int wholeNumber(std::string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "1-6 96 103": single provinces and runs of them.
bool listsProvince(std::string_view list, int province)
{
    for (const std::string_view part : partsOf(list, ' ')) {
        const auto ends = partsOf(part, '-');
        if (province >= wholeNumber(ends.front()) && province <= wholeNumber(ends.back())) {
            return true;
        }
    }
    return false;
}

double degrees(std::string_view text)
{
    return numberIn(text).value_or(0.0);
}

GeoBox widened(GeoBox box, double by)
{
    return box.isEmpty() ? box : GeoBox{box.west - by, box.south - by, box.east + by, box.north + by};
}

} // namespace

Territory territoryOf(const Census& census, const Inventory& inventory)
{
    constexpr std::size_t kProvinceDigits = 3;
    constexpr double kMargin = 0.05;
    constexpr std::size_t kTellingCameras = 3;
    Territory territory;
    const int province =
        census.istatCode.size() == 6 ? wholeNumber(std::string_view(census.istatCode).substr(0, kProvinceDigits)) : -1;
    for (const auto& row : intakeTable("regions.csv")) {
        if (province > 0 && listsProvince(row.at(1), province)) {
            territory.name = row.at(0);
            territory.box =
                widened({degrees(row.at(2)), degrees(row.at(3)), degrees(row.at(4)), degrees(row.at(5))}, kMargin);
        }
    }
    if (inventory.size() >= kTellingCameras) {
        territory.cameras = widened(inventory.extent(), kMargin);
        territory.box.include({territory.cameras.west, territory.cameras.south});
        territory.box.include({territory.cameras.east, territory.cameras.north});
    }
    return territory;
}

} // namespace observo::exchange
