// SPDX-License-Identifier: GPL-3.0-or-later
#include "Icons.h"

#include "Appearance.h"

#include "observo/render/Symbols.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

namespace observo::app {

namespace {

constexpr int kSize = 20;

QPixmap drawn(const QByteArray& svg, const QColor& colour, int scale)
{
    auto inked = svg;
    inked.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(inked);
    QPixmap pixmap(kSize * scale, kSize * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

} // namespace

QIcon icon(const QString& name, const QColor& colour)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto svg = file.readAll();
    auto faint = QGuiApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
    QIcon result;
    for (const int scale : {1, 2, 3}) {
        result.addPixmap(drawn(svg, colour, scale), QIcon::Normal);
        result.addPixmap(drawn(svg, faint, scale), QIcon::Disabled);
    }
    return result;
}

QIcon icon(const QString& name)
{
    return icon(name, QGuiApplication::palette().color(QPalette::ButtonText));
}

QIcon cameraIcon(std::string_view type, std::string_view function, std::string_view status)
{
    constexpr double kSymbol = 16.0;
    const render::SymbolLook look{.type = type, .function = function, .status = status, .direction = Degrees{90.0}};
    const auto& theme = render::Theme::named(themeWorn());
    const auto pixmap = QPixmap::fromImage(render::symbolImage(look, theme, kSymbol, 2.0));
    QIcon result;
    // Qt would tint it where it is chosen, and the colour is its status.
    for (const auto mode : {QIcon::Normal, QIcon::Selected, QIcon::Active}) {
        for (const auto state : {QIcon::On, QIcon::Off}) {
            result.addPixmap(pixmap, mode, state);
        }
    }
    return result;
}

} // namespace observo::app
