// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/Fuzz.h"

#include "observo/geo/CoordinateText.h"

#include <array>
#include <cmath>

using observo::expects;

/// Whatever is understood is a place on the earth, and can be written and read again.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::array kSystems{0, 6706, 4326, 3003, 7791, 25832};
    if (size == 0) {
        return 0;
    }
    const auto text = observo::test::textOf(data, size);
    const auto read = observo::geo::readCoordinates(text.substr(1), kSystems.at(data[0] % kSystems.size()));
    if (!read) {
        expects(!read.error().what.empty());
        return 0;
    }
    expects(std::abs(read->place.lon) <= 180.0 && std::abs(read->place.lat) <= 90.0);
    const auto written = observo::geo::writeCoordinates(read->place, 6706, observo::Language::Italian);
    expects(written.has_value());
    const auto again = observo::geo::readCoordinates(*written, 6706);
    expects(again.has_value());
    expects(std::abs(again->place.lat - read->place.lat) < 1e-4);
    return 0;
}
