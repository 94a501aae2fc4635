// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/CameraCommands.h"

#include "EditText.h"
#include "Numbers.h"
#include "PlainText.h"
#include "Text.h"
#include "desk/CameraActions.h"
#include "desk/Commands.h"
#include "desk/Workbench.h"
#include "dialogs/ReasonDialog.h"
#include "tools/AimGeometry.h"
#include "tools/ToolBox.h"

#include "observo/core/Edits.h"

#include <QStringList>

namespace observo::app {

namespace {

/// A copy stands a step beside its model, where both can be seen and taken.
constexpr Metres kBeside{3.0};

} // namespace

CameraCommands::CameraCommands(Workbench& workbench, Commands& commands, ToolBox& tools, QWidget* window)
    : QObject(window), m_workbench(workbench), m_commands(commands), m_tools(tools), m_window(window)
{
    connectCommands();
    for (const auto signal : {&Workbench::opened, &Workbench::closed, &Workbench::writeStateChanged}) {
        connect(&workbench, signal, this, &CameraCommands::refresh);
    }
    connect(&workbench, &Workbench::changed, this, &CameraCommands::refreshUndo);
    connect(&workbench, &Workbench::savingChanged, this, &CameraCommands::refreshUndo);
    connect(&workbench.selection(), &Selection::changed, this, &CameraCommands::refresh);
    refresh();
}

void CameraCommands::connectCommands()
{
    const auto on = [this](Command command, auto act) {
        connect(&m_commands[command], &QAction::triggered, this, act);
    };
    on(Command::Select, [this] { m_tools.take(ToolBox::Kind::Select); });
    on(Command::NewCamera, [this] { m_tools.take(ToolBox::Kind::Place); });
    on(Command::Measure, [this] { m_tools.take(ToolBox::Kind::Measure); });
    on(Command::AnotherHere, &CameraCommands::anotherHere);
    on(Command::CopyCamera, &CameraCommands::copyCamera);
    on(Command::VerifyToday, &CameraCommands::verifyToday);
    on(Command::Retire, &CameraCommands::retire);
    on(Command::Remove, &CameraCommands::remove);
    on(Command::Undo, [this] { m_workbench.undo(); });
    on(Command::Redo, [this] { m_workbench.redo(); });
    on(Command::GoToCamera, [this] {
        if (const auto id = m_workbench.selection().single()) {
            m_workbench.goTo(*id);
        }
    });
}

/// The camera that the next one is made after. One that is still being saved has no code and no site yet, so that the
/// command comes again when it has; one that cannot be read just now is told.
std::optional<Camera> CameraCommands::model(void (CameraCommands::*again)())
{
    const auto id = m_workbench.selection().single();
    if (!id) {
        return std::nullopt;
    }
    if (m_workbench.isSaving(id->uuid)) {
        m_workbench.whenSaved(this, [this, again] { (this->*again)(); });
        return std::nullopt;
    }
    auto camera = m_workbench.camera(*id);
    if (!camera) {
        m_workbench.announce(camera.error());
        return std::nullopt;
    }
    return std::move(*camera);
}

void CameraCommands::anotherHere()
{
    const auto camera = model(&CameraCommands::anotherHere);
    if (!camera) {
        return;
    }
    Camera like = *camera;
    like.direction.reset();
    like.panMin.reset();
    like.panMax.reset();
    const auto id = CameraId::make();
    m_workbench.place(placeCamera(id, camera->position, like), id);
}

void CameraCommands::copyCamera()
{
    const auto camera = model(&CameraCommands::copyCamera);
    if (!camera) {
        return;
    }
    const auto id = CameraId::make();
    const auto beside = shifted(*camera, kBeside, Metres{0.0}).position;
    m_workbench.place(::observo::copyCamera(id, *camera, beside), id);
}

void CameraCommands::verifyToday()
{
    m_workbench.perform(ofEach(m_workbench.selection().ids(),
                               [today = isoToday(), role = toUtf8(tr("Municipal police"))](
                                   const std::vector<Camera>& cameras) { return verified(cameras, today, role); }));
}

QString CameraCommands::namesOfChosen()
{
    constexpr int kMostNames = 8;
    QStringList names;
    for (const auto& id : m_workbench.selection().ids()) {
        if (names.size() == kMostNames) {
            names.append(QStringLiteral("…"));
            break;
        }
        if (const auto row = m_workbench.inventory().find(id)) {
            names.append(toText(row->code.empty() ? row->name : row->code));
        }
    }
    return names.join(QStringLiteral(", "));
}

void CameraCommands::retire()
{
    const auto chosen = m_workbench.selection().ids();
    ReasonDialog dialog({.title = tr("Out of service"),
                         .text = tr("%1: out of service for good?").arg(namesOfChosen()),
                         .detail = tr("The record stays in the census with its date."),
                         .verb = tr("Out of service"),
                         .asksDay = true},
                        m_window);
    if (!chosen.empty() && dialog.exec() == QDialog::Accepted) {
        m_workbench.perform(
            ofEach(chosen, [day = dialog.day(), reason = dialog.reason()](const std::vector<Camera>& cameras) {
                return retired(cameras, day, reason);
            }));
    }
}

void CameraCommands::remove()
{
    const auto chosen = m_workbench.selection().ids();
    ReasonDialog dialog({.title = tr("Remove"),
                         .text = tr("Remove %1 from the census?").arg(namesOfChosen()),
                         .detail = tr("For a camera that never was there. One that is no longer used goes out of "
                                      "service instead."),
                         .verb = tr("Remove"),
                         .mustHaveReason = true},
                        m_window);
    if (!chosen.empty() && dialog.exec() == QDialog::Accepted) {
        m_workbench.perform(ofEach(chosen, [reason = dialog.reason()](const std::vector<Camera>& cameras) {
            return removed(cameras, reason);
        }));
    }
}

void CameraCommands::refresh()
{
    const bool writable = m_workbench.isWritable();
    const bool any = !m_workbench.selection().isEmpty();
    const bool one = m_workbench.selection().single().has_value();
    m_commands[Command::NewCamera].setEnabled(writable);
    m_commands[Command::Select].setEnabled(m_workbench.isOpen());
    m_commands[Command::Measure].setEnabled(m_workbench.isOpen());
    for (const auto command : {Command::AnotherHere, Command::CopyCamera}) {
        m_commands[command].setEnabled(writable && one);
    }
    for (const auto command : {Command::ChangeStatus, Command::VerifyToday, Command::Retire, Command::Remove}) {
        m_commands[command].setEnabled(writable && any);
    }
    m_commands[Command::GoToCamera].setEnabled(one);
    m_commands[Command::EditForm].setEnabled(one);
    refreshUndo();
}

void CameraCommands::refreshUndo()
{
    const auto show = [this](Command command, const std::optional<std::string>& label, const QString& words) {
        auto& action = m_commands[command];
        action.setEnabled(m_workbench.isWritable() && label.has_value());
        const auto text = label && !label->empty() ? QStringLiteral("%1: %2").arg(words, editName(*label)) : words;
        action.setText(plainCaption(text));
        action.setToolTip(plainTip(text + QStringLiteral(" (%1)").arg(action.shortcut().toString())));
    };
    show(Command::Undo, m_workbench.undoLabel(), tr("Undo"));
    show(Command::Redo, m_workbench.redoLabel(), tr("Redo"));
}

} // namespace observo::app
