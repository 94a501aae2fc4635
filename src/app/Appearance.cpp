// SPDX-License-Identifier: GPL-3.0-or-later
#include "Appearance.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QPalette>
#include <QStyleFactory>

namespace observo::app {

namespace {

struct Paint {
    const char* window;
    const char* base;
    const char* alternate;
    const char* text;
    const char* button;
    const char* highlight;
    const char* highlightedText;
    const char* faint;
    const char* line;
    const char* accent;
    const char* error;
    const char* warning;
    const char* good;
    const char* tint; ///< ground of what is switched on
};

constexpr Paint kLight{"#F6F7F9", "#FFFFFF", "#F3F5F8", "#1D2530", "#FFFFFF", "#1F5FA8", "#FFFFFF",
                       "#5A6572", "#D5DAE1", "#1F5FA8", "#B3261E", "#8A5200", "#1B6E3C", "#DCE8F6"};
constexpr Paint kDark{"#22272E", "#1B1F25", "#20252C", "#E6EAF0", "#2B313A", "#5B9BE6", "#0E131A",
                      "#A3ADBA", "#3C4551", "#7FB3F0", "#FF8A80", "#F2B45A", "#7BD29A", "#2C4261"};
constexpr Paint kContrast{"#000000", "#000000", "#101010", "#FFFFFF", "#000000", "#FFEB3B", "#000000",
                          "#FFFFFF", "#FFFFFF", "#FFEB3B", "#FF9E94", "#FFD166", "#8CF2B0", "#3A3600"};

render::ThemeName& worn()
{
    static auto theme = render::ThemeName::Light;
    return theme;
}

const Paint& paintOf(render::ThemeName theme)
{
    switch (theme) {
    case render::ThemeName::Dark:
        return kDark;
    case render::ThemeName::HighContrast:
        return kContrast;
    case render::ThemeName::Light:
        break;
    }
    return kLight;
}

QPalette paletteOf(const Paint& paint)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(paint.window));
    palette.setColor(QPalette::WindowText, QColor(paint.text));
    palette.setColor(QPalette::Base, QColor(paint.base));
    palette.setColor(QPalette::AlternateBase, QColor(paint.alternate));
    palette.setColor(QPalette::Text, QColor(paint.text));
    palette.setColor(QPalette::Button, QColor(paint.button));
    palette.setColor(QPalette::ButtonText, QColor(paint.text));
    palette.setColor(QPalette::BrightText, QColor(paint.error));
    palette.setColor(QPalette::ToolTipBase, QColor(paint.base));
    palette.setColor(QPalette::ToolTipText, QColor(paint.text));
    palette.setColor(QPalette::PlaceholderText, QColor(paint.faint));
    palette.setColor(QPalette::Highlight, QColor(paint.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(paint.highlightedText));
    palette.setColor(QPalette::Link, QColor(paint.accent));
    palette.setColor(QPalette::Mid, QColor(paint.line));
    palette.setColor(QPalette::Midlight, QColor(paint.line));
    palette.setColor(QPalette::Light, QColor(paint.base));
    palette.setColor(QPalette::Dark, QColor(paint.faint));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(paint.faint));
    }
    return palette;
}

/// Sizes follow the 8 px grid; three text sizes in all: 90 %, 100 % and 130 % of the system's font.
QString sheetOf(const Paint& paint, qreal points)
{
    QFile file(QStringLiteral(":/style/observo.qss"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto sheet = QString::fromUtf8(file.readAll());

    const std::pair<const char*, const char*> names[] = {
        {"@highlightedText", paint.highlightedText},
        {"@highlight", paint.highlight},
        {"@alternate", paint.alternate},
        {"@warning", paint.warning},
        {"@window", paint.window},
        {"@button", paint.button},
        {"@accent", paint.accent},
        {"@error", paint.error},
        {"@faint", paint.faint},
        {"@base", paint.base},
        {"@text", paint.text},
        {"@line", paint.line},
        {"@tint", paint.tint},
    };
    for (const auto& [name, colour] : names) {
        sheet.replace(QLatin1String(name), QLatin1String(colour));
    }
    sheet.replace(QLatin1String("@smallpt"), QString::number(points * 0.9, 'f', 1) + QStringLiteral("pt"));
    sheet.replace(QLatin1String("@largept"), QString::number(points * 1.3, 'f', 1) + QStringLiteral("pt"));
    return sheet;
}

} // namespace

void dress(QApplication& application, render::ThemeName theme)
{
    worn() = theme;
    const auto& paint = paintOf(theme);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(paint));
    application.setStyleSheet(sheetOf(paint, QApplication::font().pointSizeF()));
}

render::ThemeName themeWorn()
{
    return worn();
}

const Signals& signalColours()
{
    static Signals colours;
    const auto& paint = paintOf(worn());
    colours = {QColor(paint.error), QColor(paint.warning), QColor(paint.good),
               QColor(paint.faint), QColor(paint.accent),  QColor(paint.line)};
    return colours;
}

} // namespace observo::app
