// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "observo/core/Camera.h"

#include <QObject>

#include <optional>

class QWidget;

namespace observo::app {

class CameraDock;
class Commands;
class ToolBox;
class Workbench;

/// What the commands about cameras do: place, copy, verify, retire, remove, undo.
class CameraCommands : public QObject {
    Q_OBJECT

public:
    CameraCommands(Workbench& workbench, Commands& commands, ToolBox& tools, QWidget* window);

private:
    void connectCommands();
    [[nodiscard]] std::optional<Camera> model(void (CameraCommands::*again)());
    void anotherHere();
    void copyCamera();
    void verifyToday();
    void retire();
    void remove();
    void refresh();
    void refreshUndo();
    [[nodiscard]] QString namesOfChosen();

    Workbench& m_workbench;
    Commands& m_commands;
    ToolBox& m_tools;
    QWidget* m_window = nullptr;
};

} // namespace observo::app
