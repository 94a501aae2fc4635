// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/InputText.h"

#include "observo/core/Quantities.h"

#include <filesystem>
#include <optional>
#include <string>

namespace observo::exchange {

/// What a drawing holds of one camera: where, on which layer, under which code.
struct DxfCamera {
    MapPoint point;
    std::string layer;
    std::string label;
};

/// The cameras of a DXF file as we write them: a point, and the text of its code after it.
class DxfRows {
public:
    [[nodiscard]] static Result<DxfRows> open(const std::filesystem::path& file);
    /// The next camera; nothing at the end of the drawing.
    [[nodiscard]] Result<std::optional<DxfCamera>> next();

private:
    explicit DxfRows(InputText in) : m_in(std::move(in)) {}
    /// One group into m_code and m_value.
    [[nodiscard]] Done group();
    /// Reads the groups of the entity that has begun, up to the next one.
    [[nodiscard]] Result<DxfCamera> entity();

    InputText m_in;
    int m_code = -1;
    std::string m_value;
};

} // namespace observo::exchange
