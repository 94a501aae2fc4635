// SPDX-License-Identifier: GPL-3.0-or-later
#include "rules/RuleFamily.h"
#include "rules/RuleText.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace observo::rule {
namespace {

/// Types that look one way only.
bool isFixed(std::string_view type)
{
    constexpr std::array<std::string_view, 6> kFixed{"fixed", "bullet", "dome_fixed", "box", "thermal", "trail_camera"};
    return std::find(kFixed.begin(), kFixed.end(), type) != kFixed.end();
}

/// Types that look all around or are carried about: no direction is asked of them.
bool needsNoDirection(const Camera& camera)
{
    constexpr std::array<std::string_view, 5> kFree{"fisheye", "multisensor", "bodycam", "dashcam", "drone"};
    return std::find(kFree.begin(), kFree.end(), camera.type) != kFree.end() || (camera.panMin && camera.panMax);
}

std::vector<Finding> checkDirection(const Record& record, const RuleContext& /*context*/)
{
    const Camera& camera = std::get<Camera>(record);
    const bool hasAngle = camera.hfov || (camera.focal && camera.sensorWidth);
    if (camera.direction) {
        return {};
    }
    if (isFixed(camera.type)) {
        return {found(kDirection, record, "direction_deg",
                      hasAngle ? Message{"Direzione mancante: indicarla per disegnare l'area ripresa.",
                                         "Direction missing: enter it to have the covered area drawn."}
                               : Message{"Direzione e angolo di inquadratura mancanti: indicarli per disegnare l'area "
                                         "ripresa.",
                                         "Direction and field of view missing: enter them to have the covered area "
                                         "drawn."})};
    }
    if (hasAngle || needsNoDirection(camera)) {
        return {};
    }
    return {found(kDirection, Severity::Notice, record, "direction_deg",
                  {"Direzione e angolo di inquadratura mancanti: l'area ripresa non è disegnata. Indicarli.",
                   "Direction and field of view missing: the covered area is not drawn. Enter them."})};
}

/// Metres to one decimal, for messages.
Message metres(Metres length)
{
    return number(std::round(length.value * 10) / 10);
}

std::vector<Finding> checkGround(const Record& record, const RuleContext& context)
{
    const Camera& camera = std::get<Camera>(record);
    const auto span = context.groundSpan(camera);
    if (!span) {
        return {};
    }
    const Message near = metres(span->near);
    if (span->far && span->near > *span->far) {
        const Message far = metres(*span->far);
        return {found(kGroundView, record, "tilt_deg",
                      {"Bordo vicino a " + near.it + " m, oltre il lontano (" + far.it +
                           " m): controllare altezza, inclinazione e angolo verticale.",
                       "Near edge at " + near.en + " m, beyond the far one (" + far.en +
                           " m): check height, tilt and vertical field of view."})};
    }
    if (camera.range && span->near > *camera.range) {
        const Message range = metres(*camera.range);
        return {found(kGroundView, record, "tilt_deg",
                      {"L'immagine comincia a " + near.it + " m, oltre la portata (" + range.it +
                           " m): controllare altezza, inclinazione, angolo verticale e portata.",
                       "The picture begins at " + near.en + " m, beyond the range (" + range.en +
                           " m): check height, tilt, vertical field of view and range."})};
    }
    return {};
}

} // namespace

constinit const Rule kDirection{.name = "V-DIRECTION",
                                .title = {"Direzione mancante", "Direction missing"},
                                .kind = RecordKind::Camera,
                                .severity = Severity::Warning,
                                .check = &checkDirection};

constinit const Rule kGroundView{
    .name = "V-VIEW",
    .title = {"Altezza, inclinazione e angolo incompatibili", "Height, tilt and angle do not go together"},
    .kind = RecordKind::Camera,
    .severity = Severity::Warning,
    .check = &checkGround};

} // namespace observo::rule
