// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app/ManyCameras.h"

#include "support/Builders.h"

#include <array>

namespace observo::test {

Result<std::optional<Change>> ManyCameras::next()
{
    if (m_given == m_count) {
        return std::nullopt;
    }
    static constexpr std::array<const char*, 4> kStatus{"active", "active", "faulty", "planned"};
    // The constants are Knuth's; the upper bits are random enough to scatter places.
    m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
    const double lon = 7.0 + static_cast<double>(m_state >> 40U) * 6e-8;
    const double lat = 44.5 + static_cast<double>((m_state >> 16U) & 0xffffffU) * 6e-8;
    Camera camera = aCamera().at(lon, lat).facing(static_cast<double>(m_given % 360)).seeing(60, 30);
    camera.status = kStatus[m_given % kStatus.size()];
    camera.name = "Camera " + std::to_string(++m_given);
    camera.siteCode.clear();
    camera.systemCode.clear();
    return Change{std::nullopt, camera};
}

} // namespace observo::test
