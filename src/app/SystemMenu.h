// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QMenu;
class QWidget;

namespace observo::app {

/// A menu of the offered reference systems, with the present one ticked; it rebuilds itself whenever it opens.
[[nodiscard]] QMenu* makeSystemMenu(QWidget* parent, std::function<int()> present, std::function<void(int)> choose);
/// "RDN2008" or the label's first words: short enough for the status bar.
[[nodiscard]] QString shortSystemName(int epsg);
/// The whole label with its code: "RDN2008 / UTM 32N (EPSG:7791)".
[[nodiscard]] QString systemName(int epsg);

} // namespace observo::app
