// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include <string_view>

namespace observo::app {

/// An icon of our own family (resources/icons, lines of 1.5 px) drawn in the window's text colour.
[[nodiscard]] QIcon icon(const QString& name);
/// The same in a colour that says something: red for what is broken, amber for warnings.
[[nodiscard]] QIcon icon(const QString& name, const QColor& colour);

/// A camera's symbol as the map draws it, looking right; the same when its row or button is chosen.
[[nodiscard]] QIcon cameraIcon(std::string_view type, std::string_view function, std::string_view status);

} // namespace observo::app
