// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QGuiApplication;

namespace observo::cli {

/// What text in pictures needs while one is painted: Qt's application object without a screen. Does nothing when there
/// is one already.
class GuiForPictures {
public:
    GuiForPictures();
    ~GuiForPictures();
    GuiForPictures(const GuiForPictures&) = delete;
    GuiForPictures& operator=(const GuiForPictures&) = delete;

private:
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace observo::cli
