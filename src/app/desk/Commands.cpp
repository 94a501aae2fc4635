// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Commands.h"

#include "Icons.h"
#include "PlainText.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QStringList>
#include <QWidget>

namespace observo::app {

namespace {

constexpr CommandInfo kCommands[] = {
    {Command::NewCensus, QT_TRANSLATE_NOOP("Commands", "New census…"), "Ctrl+N", "census-new", false, false, false},
    {Command::OpenCensus, QT_TRANSLATE_NOOP("Commands", "Open…"), "Ctrl+O", "open", false, false, false},
    {Command::OpenSample, QT_TRANSLATE_NOOP("Commands", "Open the sample census"), "", "sample", false, false, false},
    {Command::SaveCopy, QT_TRANSLATE_NOOP("Commands", "Save a copy…"), "Ctrl+Shift+S", "save-copy", false, false,
     false},
    {Command::RestoreBackup, QT_TRANSLATE_NOOP("Commands", "Restore a backup…"), "", "restore", false, false, false},
    {Command::Import, QT_TRANSLATE_NOOP("Commands", "Import…"), "Ctrl+I", "import", false, false, false},
    {Command::Merge, QT_TRANSLATE_NOOP("Commands", "Merge a census…"), "", "merge", false, false, false},
    {Command::Export, QT_TRANSLATE_NOOP("Commands", "Export…"), "Ctrl+E", "export", false, false, false},
    {Command::CloseCensus, QT_TRANSLATE_NOOP("Commands", "Close the census"), "Ctrl+W", "close", false, false, false},
    {Command::Quit, QT_TRANSLATE_NOOP("Commands", "Quit"), "Ctrl+Q", "quit", false, false, false},
    {Command::Undo, QT_TRANSLATE_NOOP("Commands", "Undo"), "Ctrl+Z", "undo", false, false, false},
    {Command::Redo, QT_TRANSLATE_NOOP("Commands", "Redo"), "Ctrl+Shift+Z", "redo", false, false, false},
    {Command::Search, QT_TRANSLATE_NOOP("Commands", "Search and commands"), "Ctrl+K", "search", false, false, false},
    {Command::FilterTable, QT_TRANSLATE_NOOP("Commands", "Filter the table"), "Ctrl+F", "filter", false, false, false},
    {Command::Select, QT_TRANSLATE_NOOP("Commands", "Select"), "V", "select", true, false, true},
    {Command::NewCamera, QT_TRANSLATE_NOOP("Commands", "New camera"), "N", "camera-new", true, false, true},
    {Command::AnotherHere, QT_TRANSLATE_NOOP("Commands", "Another on this site"), "Shift+N", "camera-another", true,
     false, false},
    {Command::Measure, QT_TRANSLATE_NOOP("Commands", "Measure"), "M", "measure", true, false, true},
    {Command::EditForm, QT_TRANSLATE_NOOP("Commands", "Edit the form"), "F2", "edit", false, false, false},
    {Command::CopyCamera, QT_TRANSLATE_NOOP("Commands", "Copy with the same settings"), "D", "copy", true, false,
     false},
    {Command::ChangeStatus, QT_TRANSLATE_NOOP("Commands", "Change the status"), "S", "status", true, false, false},
    {Command::VerifyToday, QT_TRANSLATE_NOOP("Commands", "Verified today"), "Y", "verify", true, false, false},
    {Command::Retire, QT_TRANSLATE_NOOP("Commands", "Out of service…"), "Shift+Del", "retire", true, false, false},
    {Command::Remove, QT_TRANSLATE_NOOP("Commands", "Remove…"), "Del", "remove", true, false, false},
    {Command::GoToCamera, QT_TRANSLATE_NOOP("Commands", "Show on the map"), "G", "target", true, false, false},
    {Command::Table, QT_TRANSLATE_NOOP("Commands", "Table"), "T", "table", true, false, true},
    {Command::Inspector, QT_TRANSLATE_NOOP("Commands", "Inspector"), "I", "inspector", true, false, true},
    {Command::Layers, QT_TRANSLATE_NOOP("Commands", "Layers"), "L", "layers", true, false, true},
    {Command::ZoomIn, QT_TRANSLATE_NOOP("Commands", "Zoom in"), "+", "zoom-in", true, true, false},
    {Command::ZoomOut, QT_TRANSLATE_NOOP("Commands", "Zoom out"), "-", "zoom-out", true, true, false},
    {Command::Fit, QT_TRANSLATE_NOOP("Commands", "Show everything"), "0", "fit", true, true, false},
    {Command::CopyPicture, QT_TRANSLATE_NOOP("Commands", "Copy the map as a picture"), "Ctrl+Shift+C", "copy", false,
     false, false},
    {Command::Keys, QT_TRANSLATE_NOOP("Commands", "All keys"), "F1 ?", "help", false, false, false},
};

} // namespace

std::span<const CommandInfo> commands()
{
    return kCommands;
}

Commands::Commands(QObject* parent) : QObject(parent)
{
    for (const auto& info : kCommands) {
        auto* action = new QAction(icon(QLatin1String(info.icon)), textOf(info), this);
        action->setCheckable(info.isCheckable);
        const auto shortcut = keysOf(info);
        action->setToolTip(
            plainTip(shortcut.isEmpty() ? textOf(info) : textOf(info) + QStringLiteral(" (%1)").arg(shortcut)));
        if (!info.isOfTheMap) {
            QList<QKeySequence> keys;
            const auto names = QString::fromLatin1(info.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            for (const auto& name : names) {
                keys.append(QKeySequence(name, QKeySequence::PortableText));
            }
            action->setShortcuts(keys);
        }
        action->setShortcutContext(info.isLetter ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        m_actions.emplace(info.command, action);
    }
}

void Commands::attachWindowKeys(QWidget& window)
{
    for (const auto& info : kCommands) {
        if (!info.isLetter) {
            window.addAction(m_actions.at(info.command));
        }
    }
}

void Commands::attachLetters(QWidget& widget)
{
    for (const auto& info : kCommands) {
        if (info.isLetter && !info.isOfTheMap) {
            widget.addAction(m_actions.at(info.command));
        }
    }
}

QString Commands::textOf(const CommandInfo& info)
{
    return QCoreApplication::translate("Commands", info.text);
}

QString Commands::keysOf(const CommandInfo& info)
{
    QStringList shown;
    const auto names = QString::fromLatin1(info.keys).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const auto& name : names) {
        shown.append(QKeySequence(name, QKeySequence::PortableText).toString(QKeySequence::NativeText));
    }
    return shown.join(QStringLiteral(", "));
}

} // namespace observo::app
