// SPDX-License-Identifier: GPL-3.0-or-later
#include "observo/core/Fields.h"
#include "observo/core/Inventory.h"

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string_view>

namespace observo {
namespace {

template <typename Unit>
float floatOf(const std::optional<Quantity<Unit>>& quantity)
{
    return quantity ? static_cast<float>(quantity->value) : std::numeric_limits<float>::quiet_NaN();
}

/// As given, or from the lens (docs/formulas.md F1): 2 atan(w / 2f).
float hfovOf(const Camera& camera)
{
    if (camera.hfov) {
        return floatOf(camera.hfov);
    }
    if (!camera.focal || !camera.sensorWidth || !(camera.focal->value > 0) || !(camera.sensorWidth->value > 0)) {
        return std::numeric_limits<float>::quiet_NaN();
    }
    const double half = std::atan(camera.sensorWidth->value / (2 * camera.focal->value));
    return static_cast<float>(degreesFromRadians(2 * half).value);
}

std::span<const CodeInfo> listOf(std::string_view field)
{
    const FieldInfo* const info = findField(RecordKind::Camera, field);
    expects(info != nullptr);
    return codesOf(info->codeList);
}

std::uint8_t indexIn(std::span<const CodeInfo> list, std::string_view code)
{
    for (std::size_t i = 0; i < list.size() && i < CameraRow::kOtherCode; ++i) {
        if (list[i].code == code) {
            return static_cast<std::uint8_t>(i);
        }
    }
    return CameraRow::kOtherCode;
}

} // namespace

CameraRow rowOf(const Camera& camera)
{
    static const auto kStatus = listOf("status");
    static const auto kType = listOf("camera_type");
    static const auto kFunction = listOf("camera_function");
    static const auto kVisibility = listOf("visibility");
    static const auto kMobility = listOf("mobility");
    return CameraRow{.id = camera.id,
                     .position = camera.position,
                     .direction = floatOf(camera.direction),
                     .hfov = hfovOf(camera),
                     .range = floatOf(camera.range),
                     .panMin = floatOf(camera.panMin),
                     .panMax = floatOf(camera.panMax),
                     .positionAccuracy = floatOf(camera.positionAccuracy),
                     .status = indexIn(kStatus, camera.status),
                     .type = indexIn(kType, camera.type),
                     .function = indexIn(kFunction, camera.function),
                     .visibility = indexIn(kVisibility, camera.visibility),
                     .mobility = indexIn(kMobility, camera.mobility),
                     .code = camera.code,
                     .name = camera.name};
}

std::uint8_t codeIndex(std::string_view codeList, std::string_view code)
{
    return indexIn(codesOf(codeList), code);
}

std::string_view codeAt(std::string_view codeList, std::uint8_t index)
{
    const auto list = codesOf(codeList);
    return index < list.size() && index != CameraRow::kOtherCode ? list[index].code : std::string_view{};
}

} // namespace observo
