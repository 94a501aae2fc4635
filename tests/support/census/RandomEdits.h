// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/census/CensusModel.h"

#include "observo/core/ChangeSet.h"

#include <cstddef>
#include <cstdint>
#include <random>

namespace observo::test {

/// Draws edits of every kind, all of which a census must accept. The same seed draws the same kinds of edits, but
/// new cameras get new identities. Keeps the number of cameras at `mostCameras` or below.
class RandomEdits {
public:
    explicit RandomEdits(std::uint64_t seed, std::size_t mostCameras = 40);

    ChangeSet next(const CensusModel& census);

private:
    ChangeSet place(const std::vector<Camera>& cameras);
    ChangeSet changeOne(const Camera& camera, const std::vector<Camera>& cameras);
    ChangeSet editFields(const Camera& camera);
    ChangeSet moveWholeSite(const Camera& camera, const std::vector<Camera>& cameras);

    LonLat somewhere();
    std::string words();
    std::string day();
    FieldValue valueFor(const FieldInfo& field);
    double between(double low, double high);
    std::size_t below(std::size_t end);

    std::mt19937_64 m_random;
    std::size_t m_mostCameras;
};

} // namespace observo::test
