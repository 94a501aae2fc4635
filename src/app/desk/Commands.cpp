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

#define WORDS(text) QT_TRANSLATE_NOOP("Commands", text)

constexpr CommandInfo kCommands[] = {
    {Command::NewCensus, WORDS("New census…"), "Ctrl+N", "census-new", false, false, false},
    {Command::OpenCensus, WORDS("Open…"), "Ctrl+O", "open", false, false, false},
    {Command::OpenSample, WORDS("Open the sample census"), "", "sample", false, false, false},
    {Command::SaveCopy, WORDS("Save a copy…"), "Ctrl+Shift+S", "save-copy", false, false, false},
    {Command::RestoreBackup, WORDS("Restore a backup…"), "", "restore", false, false, false},
    {Command::Export, WORDS("Export…"), "Ctrl+E", "export", false, false, false},
    {Command::CloseCensus, WORDS("Close the census"), "Ctrl+W", "close", false, false, false},
    {Command::Quit, WORDS("Quit"), "Ctrl+Q", "quit", false, false, false},
    {Command::Undo, WORDS("Undo"), "Ctrl+Z", "undo", false, false, false},
    {Command::Redo, WORDS("Redo"), "Ctrl+Shift+Z", "redo", false, false, false},
    {Command::Search, WORDS("Search and commands"), "Ctrl+K", "search", false, false, false},
    {Command::FilterTable, WORDS("Filter the table"), "Ctrl+F", "filter", false, false, false},
    {Command::Select, WORDS("Select"), "V", "select", true, false, true},
    {Command::NewCamera, WORDS("New camera"), "N", "camera-new", true, false, true},
    {Command::AnotherHere, WORDS("Another on this site"), "Shift+N", "camera-another", true, false, false},
    {Command::Measure, WORDS("Measure"), "M", "measure", true, false, true},
    {Command::EditForm, WORDS("Edit the form"), "F2", "edit", false, false, false},
    {Command::CopyCamera, WORDS("Copy with the same settings"), "D", "copy", true, false, false},
    {Command::ChangeStatus, WORDS("Change the status"), "S", "status", true, false, false},
    {Command::VerifyToday, WORDS("Verified today"), "Y", "verify", true, false, false},
    {Command::Retire, WORDS("Out of service…"), "Shift+Del", "retire", true, false, false},
    {Command::Remove, WORDS("Remove…"), "Del", "remove", true, false, false},
    {Command::GoToCamera, WORDS("Show on the map"), "G", "target", true, false, false},
    {Command::Table, WORDS("Table"), "T", "table", true, false, true},
    {Command::Inspector, WORDS("Inspector"), "I", "inspector", true, false, true},
    {Command::Layers, WORDS("Layers"), "L", "layers", true, false, true},
    {Command::ZoomIn, WORDS("Zoom in"), "+", "zoom-in", true, true, false},
    {Command::ZoomOut, WORDS("Zoom out"), "-", "zoom-out", true, true, false},
    {Command::Fit, WORDS("Show everything"), "0", "fit", true, true, false},
    {Command::Keys, WORDS("All keys"), "F1 ?", "help", false, false, false},
};

#undef WORDS

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
        action->setToolTip(plainTip(shortcut.isEmpty() ? textOf(info) : textOf(info) + QStringLiteral(" (%1)").arg(shortcut)));
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
