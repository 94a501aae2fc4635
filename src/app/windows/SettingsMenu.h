// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QMenu;
class QWidget;

namespace observo::app {

class Preferences;

/// Language and look. Choosing another one calls `makeAnew`, because words and icons are set when a window is made.
[[nodiscard]] QMenu* makeSettingsMenu(QWidget& window, Preferences& preferences, std::function<void()> makeAnew);

} // namespace observo::app
