// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/render/Theme.h"

#include <QColor>

class QApplication;

namespace observo::app {

/// Colours that say something in the window, chosen for 4.5:1 on its ground; words or a mark always go with them.
struct Signals {
    QColor error;
    QColor warning;
    QColor good;
    QColor faint;  ///< secondary text
    QColor accent; ///< links, focus, the chosen
    QColor line;   ///< thin edges between parts
};

/// Qt's Fusion style with our palette and a small style sheet, so that the window looks the same on every desktop.
void dress(QApplication& application, render::ThemeName theme);
[[nodiscard]] render::ThemeName themeWorn();
[[nodiscard]] const Signals& signalColours();

} // namespace observo::app
