// SPDX-License-Identifier: GPL-3.0-or-later
#include "Gui.h"

#include <QByteArray>
#include <QGuiApplication>

namespace observo::cli {

GuiForPictures::GuiForPictures()
{
    if (QGuiApplication::instance() != nullptr) {
        return;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int count = 1;
    static char name[] = "observo-cli";
    static char* arguments[] = {name, nullptr};
    m_application = std::make_unique<QGuiApplication>(count, arguments);
}

GuiForPictures::~GuiForPictures() = default;

} // namespace observo::cli
