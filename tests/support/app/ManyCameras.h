// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/ChangeSet.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace observo::test {

/// A stream of cameras, scattered over a region and all different, for a census of any size.
class ManyCameras : public ChangeSource {
public:
    explicit ManyCameras(std::size_t count) : m_count(count) {}

    [[nodiscard]] std::string label() const override { return "Import"; }
    [[nodiscard]] Result<std::optional<Change>> next() override;
    [[nodiscard]] std::optional<std::size_t> expected() const override { return m_count; }

private:
    std::size_t m_count;
    std::size_t m_given = 0;
    std::uint64_t m_state = 42;
};

} // namespace observo::test
